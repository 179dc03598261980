package com.rebatesuite.rebate.view.web;

import com.rebatesuite.rebate.view.BalanceView;
import com.rebatesuite.rebate.view.Statement;
import java.time.Instant;
import java.util.List;

/**
 * The statement of a period, both ends included: opening balances, every entry, oldest first, closing balances.
 *
 * @param version of the account at the end: all of it is of this version
 */
record StatementResponse(
        Instant from,
        Instant to,
        long version,
        List<BalanceView> opening,
        List<EntryResponse> entries,
        List<BalanceView> closing) {

    static StatementResponse of(AccountPages.Period period, Statement statement) {
        return new StatementResponse(
                period.from(),
                period.to(),
                statement.closing().version(),
                statement.opening().balances(),
                statement.entries().stream().map(EntryResponse::of).toList(),
                statement.closing().balances());
    }
}
