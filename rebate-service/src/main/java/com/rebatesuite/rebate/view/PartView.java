package com.rebatesuite.rebate.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of what a line earned: its base, or a bonus on top.
 *
 * @param part counts the parts of a line, from 1
 * @param role {@code base} or {@code bonus}
 * @param rateBasisPoints hundredths of a percent; absent where no rate was used
 */
public record PartView(
        int part,
        String role,
        @Nullable String ruleId,
        @Nullable Integer ruleVersion,
        @Nullable String couponId,
        @Nullable Integer rateBasisPoints,
        MoneyView earned,
        MoneyView reversed,
        List<StepView> steps) {

    public PartView {
        steps = List.copyOf(steps);
    }
}
