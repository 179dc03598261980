package com.rebatesuite.rebate.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how far a simulation has come, now and then while it runs and once when it has ended. */
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int LOOK_AT_THE_CLOCK = 1_000;

    private final Simulations simulations;
    private final Clock clock;
    private Simulation simulation;
    private Instant said;
    private long facts;

    Progress(Simulation simulation, Simulations simulations, Clock clock) {
        this.simulation = simulation;
        this.simulations = simulations;
        this.clock = clock;
        this.said = clock.instant();
        say(simulation.running(0, said));
    }

    void read() {
        facts++;
        if (facts % LOOK_AT_THE_CLOCK == 0 && said.plus(EVERY).isBefore(clock.instant())) {
            said = clock.instant();
            say(simulation.running(facts, said));
        }
    }

    void done(Outcome outcome) {
        say(simulation.done(facts, outcome, clock.instant()));
    }

    void stopped() {
        say(simulation.stopped(clock.instant()));
    }

    void failed(RuntimeException failure) {
        LOG.warn("simulation {} failed", simulation.id(), failure);
        say(simulation.failed(String.valueOf(failure.getMessage()), clock.instant()));
    }

    private void say(Simulation next) {
        simulations.save(next);
        simulation = next;
    }
}
