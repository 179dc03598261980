package com.rebatesuite.rebate.view;

import java.time.Instant;
import java.util.List;

/** One decision as the log tells it. */
public record Recorded(
        String userId,
        long version,
        Instant recordedAt,
        CauseView cause,
        List<EntryView> entries,
        BalanceView balance,
        OrderView order) {

    public Recorded {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("entries: none (expected: at least 1)");
        }
        entries = List.copyOf(entries);
    }

    /** Number of the last entry of the account so far. */
    public long lastEntry() {
        return entries.getLast().sequence();
    }
}
