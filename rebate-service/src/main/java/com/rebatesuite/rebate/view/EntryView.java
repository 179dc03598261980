package com.rebatesuite.rebate.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One booking, as it was recorded. */
public record EntryView(
        long sequence,
        String kind,
        String orderId,
        int line,
        String from,
        String to,
        MoneyView amount,
        @Nullable String ruleId,
        @Nullable Integer ruleVersion,
        List<StepView> steps,
        String previousHash,
        String hash) {

    public EntryView {
        steps = List.copyOf(steps);
    }
}
