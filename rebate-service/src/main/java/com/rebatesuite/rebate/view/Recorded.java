package com.rebatesuite.rebate.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision as the log tells it, with everything it changed, whole.
 *
 * @param entries none when something only became known
 * @param balances after the decision, one for every currency the account ever had
 */
public record Recorded(
        String userId,
        long version,
        Instant recordedAt,
        CauseView cause,
        List<EntryView> entries,
        List<BalanceView> balances,
        @Nullable OrderView order,
        @Nullable WithdrawalView withdrawal,
        @Nullable PayoutMethodView payoutMethod,
        @Nullable AdjustmentView adjustment,
        @Nullable ClaimView claim,
        @Nullable FrozenView account) {

    public Recorded {
        if (version < 1) {
            throw new IllegalArgumentException("sequence: " + version + " (expected: >= 1)");
        }
        entries = List.copyOf(entries);
        balances = List.copyOf(balances);
    }

    /** What the shopper has after it. */
    public AccountView accountAfter() {
        return new AccountView(userId, version, recordedAt, balances);
    }

    /** Its entries, each with what caused it. */
    public List<BookedEntry> booked() {
        return entries.stream()
                .map(entry -> new BookedEntry(version, recordedAt, cause, entry))
                .toList();
    }
}
