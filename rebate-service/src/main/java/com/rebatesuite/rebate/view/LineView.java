package com.rebatesuite.rebate.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one line of an order earned, how, and what of it was reversed. */
public record LineView(
        int line,
        String sku,
        int quantity,
        int returned,
        MoneyView base,
        MoneyView earned,
        MoneyView reversed,
        String bucket,
        @Nullable String ruleId,
        @Nullable Integer ruleVersion,
        @Nullable Integer rateBasisPoints,
        List<StepView> steps) {

    public LineView {
        steps = List.copyOf(steps);
    }
}
