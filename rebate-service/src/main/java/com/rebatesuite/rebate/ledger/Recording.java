package com.rebatesuite.rebate.ledger;

import java.time.Instant;
import java.util.List;

/**
 * What is written down about one decision: all its entries, the balance after it and the order as it stands.
 *
 * @param version version of the account after the decision
 */
public record Recording(
        String userId,
        long version,
        Instant recordedAt,
        Cause cause,
        List<Entry> entries,
        Balance balance,
        OrderRebate order) {

    public Recording {
        entries = List.copyOf(entries);
    }
}
