package com.rebatesuite.rebate.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.simulation.Outcome.Budget;
import com.rebatesuite.rebate.simulation.Outcome.Change;
import com.rebatesuite.rebate.simulation.Outcome.Crowd;
import com.rebatesuite.rebate.simulation.Outcome.Day;
import com.rebatesuite.rebate.simulation.Outcome.LeftOut;
import com.rebatesuite.rebate.simulation.Outcome.Point;
import com.rebatesuite.rebate.simulation.Outcome.Total;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of simulations does. */
public abstract class SimulationsContract {

    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-01-05");
    private static final Outcome OUTCOME = new Outcome(
            List.of(new Total("GBP", 2, 150, 230)),
            List.of(new Day(DAY, "GBP", 2, 150, 230)),
            new Crowd(1, List.of(new Change("alice", "GBP", 50, 30))),
            new Crowd(0, List.of()),
            new Budget("GBP", 150, 150, DAY, List.of(new Point(DAY, 150))),
            List.of(new LeftOut("quoted-lines", 3, "why")));

    private final String id = UUID.randomUUID().toString();

    protected abstract Simulations simulations();

    @Test
    void givesBackWhatWasSaved() {
        var done = queued().running(NOW).goingOn(7, NOW).done(OUTCOME, NOW.plusSeconds(1));

        simulations().save(done);

        assertThat(simulations().find(id)).contains(done);
        assertThat(simulations().find("another")).isEmpty();
    }

    @Test
    void keepsTheFurthestInWhateverOrderTheyAreSaved() {
        var running = queued().running(NOW);
        var failed = running.failed("the log cannot be read", NOW);

        simulations().save(failed);
        simulations().save(running);
        simulations().save(queued());

        assertThat(simulations().find(id)).contains(failed);
    }

    @Test
    void remembersThatSomebodyWantsItToStop() {
        simulations().save(queued());
        assertThat(simulations().stopAsked(id)).isFalse();

        simulations().askToStop(id, "olga", NOW);

        assertThat(simulations().stopAsked(id)).isTrue();
        assertThat(simulations().find(id)).contains(queued());
    }

    private Simulation queued() {
        return new Simulation(
                id, 1, Simulation.State.QUEUED, "olga", NOW, NOW, "draft", NOW.minusSeconds(9), NOW, 0, null, null);
    }
}
