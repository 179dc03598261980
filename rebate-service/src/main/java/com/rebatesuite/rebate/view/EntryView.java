package com.rebatesuite.rebate.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One booking, as it was recorded.
 *
 * @param part of the line's rebate, from 1
 * @param lot number of the entry that opened the lot the money comes from or goes back to
 */
public record EntryView(
        long sequence,
        String kind,
        @Nullable String orderId,
        @Nullable Integer line,
        @Nullable Integer part,
        @Nullable String withdrawalId,
        @Nullable String adjustmentId,
        @Nullable String claimId,
        @Nullable Long lot,
        String from,
        String to,
        MoneyView amount,
        @Nullable String ruleId,
        @Nullable Integer ruleVersion,
        @Nullable String couponId,
        List<StepView> steps,
        String previousHash,
        String hash) {

    public EntryView {
        steps = List.copyOf(steps);
    }
}
