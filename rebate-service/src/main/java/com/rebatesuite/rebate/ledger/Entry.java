package com.rebatesuite.rebate.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One booking: {@code minor} units of the currency go from one bucket to another because of one line of one order. Never
 * changed. A line that a decision touches gets its entry even when the amount is zero, so that the ledger explains itself.
 *
 * @param sequence counts the entries of one account, from 1, without a gap
 * @param rule absent when no rule gave the line a rate
 * @param hash see {@link EntryHash}
 */
public record Entry(
        long sequence,
        Kind kind,
        String orderId,
        int line,
        Bucket from,
        Bucket to,
        String currency,
        long minor,
        @Nullable AppliedRule rule,
        List<Step> steps,
        String previousHash,
        String hash) {

    public Entry {
        if (minor < 0) {
            throw new IllegalArgumentException("minor: " + minor + " (expected: >= 0)");
        }
        if (from == to) {
            throw new IllegalArgumentException("to: " + to + " (expected: another bucket than from)");
        }
        steps = List.copyOf(steps);
    }
}
