package com.rebatesuite.rebate.simulation.web;

import com.rebatesuite.rebate.simulation.Outcome;
import com.rebatesuite.rebate.simulation.Simulation;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A simulation, how far it has come, and in the end what came of it. */
record SimulationResponse(
        String simulationId,
        String state,
        String ruleId,
        Instant from,
        Instant to,
        String askedBy,
        Instant askedAt,
        Instant changedAt,
        long facts,
        @Nullable String reason,
        @Nullable Outcome outcome) {

    static SimulationResponse of(Simulation simulation) {
        return new SimulationResponse(
                simulation.id(),
                simulation.state().name().toLowerCase(Locale.ROOT),
                simulation.ruleId(),
                simulation.from(),
                simulation.to(),
                simulation.askedBy(),
                simulation.askedAt(),
                simulation.changedAt(),
                simulation.facts(),
                simulation.reason(),
                simulation.outcome());
    }
}
