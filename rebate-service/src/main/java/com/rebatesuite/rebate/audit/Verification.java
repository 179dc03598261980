package com.rebatesuite.rebate.audit;

import com.rebatesuite.rebate.view.BalanceView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out when an account was computed again from its stored entries.
 *
 * @param version of the account it is about
 * @param sound whether chain and balances are what they must be
 * @param entries how many were read
 * @param balances as the entries add up to them
 * @param broken the first that is wrong; absent when all is sound
 */
public record Verification(
        String userId,
        long version,
        @Nullable Instant asOf,
        boolean sound,
        long entries,
        List<BalanceView> balances,
        @Nullable Broken broken) {

    public Verification {
        balances = List.copyOf(balances);
    }

    /**
     * The first entry that is wrong, or the last one when only the balance after it is.
     *
     * @param problem {@code sequence}, {@code previous_hash}, {@code hash} or {@code balance}
     */
    public record Broken(long sequence, String problem, String expected, String found) {}
}
