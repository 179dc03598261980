package com.rebatesuite.rebate.live;

import com.rebatesuite.rebate.view.AccountView;
import com.rebatesuite.rebate.view.BalanceView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** What one decision made of one shopper's balance in one currency. */
public record BalanceChange(String userId, long version, Instant asOf, BalanceView balance) {

    /** The account with this balance in place of the one before. */
    AccountView appliedTo(AccountView account) {
        var balances = account.balances().stream()
                .filter(other -> !other.currency().equals(balance.currency()))
                .collect(Collectors.toCollection(ArrayList::new));
        balances.add(balance);
        return new AccountView(userId, version, asOf, balances);
    }
}
