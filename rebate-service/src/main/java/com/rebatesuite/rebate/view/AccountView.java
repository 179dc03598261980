package com.rebatesuite.rebate.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper has, in every currency.
 *
 * @param version counts the decisions on the account; 0 when there was none
 * @param asOf when the last of them was recorded; absent when there was none
 */
public record AccountView(
        String userId, long version, @Nullable Instant asOf, List<BalanceView> balances) {

    public AccountView {
        balances = balances.stream()
                .sorted(Comparator.comparing(BalanceView::currency))
                .toList();
    }

    /** The account of a shopper of whom nothing is known. */
    public static AccountView none(String userId) {
        return new AccountView(userId, 0, null, List.of());
    }
}
