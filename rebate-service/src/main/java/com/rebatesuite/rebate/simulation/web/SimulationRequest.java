package com.rebatesuite.rebate.simulation.web;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which rule, as it is proposed (or as it is, without a proposal), on the orders of which period; {@code to} is exclusive. */
record SimulationRequest(
        @NotBlank String ruleId,
        @NotNull Instant from,
        @NotNull Instant to) {

    @AssertTrue(message = "to must be after from") boolean isPeriodForward() {
        return isUnknown(from) || isUnknown(to) || to.isAfter(from);
    }

    private static boolean isUnknown(@Nullable Instant time) {
        return time == null;
    }
}
