package com.rebatesuite.rebate.simulation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** Which rule, as it is proposed (or as it is, without a proposal), on the orders of which period; {@code to} is exclusive. */
record SimulationRequest(
        @NotBlank String ruleId,
        @NotNull Instant from,
        @NotNull Instant to) {}
