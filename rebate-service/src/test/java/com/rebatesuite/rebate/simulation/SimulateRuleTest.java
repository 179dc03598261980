package com.rebatesuite.rebate.simulation;

import static com.rebatesuite.rebate.simulation.Simulation.State.ABANDONED;
import static com.rebatesuite.rebate.simulation.Simulation.State.DONE;
import static com.rebatesuite.rebate.simulation.Simulation.State.FAILED;
import static com.rebatesuite.rebate.simulation.Simulation.State.QUEUED;
import static com.rebatesuite.rebate.simulation.Simulation.State.RUNNING;
import static com.rebatesuite.rebate.simulation.Simulation.State.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.rebate.earning.Basket;
import com.rebatesuite.rebate.earning.BasketLine;
import com.rebatesuite.rebate.rule.AppliedRules;
import com.rebatesuite.rebate.rule.RuleFixture;
import com.rebatesuite.rebate.simulation.Fact.Paid;
import com.rebatesuite.rebate.simulation.Outcome.Total;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulateRuleTest {

    private static final Instant FROM = Instant.parse("2026-01-05T00:00:00Z");
    private static final Experiment EXPERIMENT =
            new Experiment("draft", RuleFixture.terms(draft -> draft.rate = 500), FROM, FROM.plus(Duration.ofDays(1)));
    private static final SimulationProperties BOUNDS =
            new SimulationProperties(1, 2, 10, Duration.ofMillis(10), Duration.ofSeconds(30), Duration.ofSeconds(30));

    private final InMemorySimulations simulations = new InMemorySimulations();
    private final ToyFacts facts = new ToyFacts();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TestClock clock = new TestClock();
    private final List<Jobs> beating = new ArrayList<>();

    @AfterEach
    void shutDown() {
        simulations.away(false);
        beating.forEach(Jobs::stop);
    }

    @Test
    void saysInTheEndWhatTheDraftWouldHaveCost() {
        facts.are(paid("o-1"), paid("o-2"));
        var replica = replica(facts);

        var asked = replica.ask(EXPERIMENT, "olga");

        assertThat(asked.state()).isEqualTo(QUEUED);
        var done = awaitState(replica, asked, DONE);
        assertThat(done.facts()).isEqualTo(2);
        assertThat(done.outcome())
                .isNotNull()
                .satisfies(outcome -> assertThat(outcome.totals()).containsExactly(new Total("GBP", 2, 100, 0)));
        assertThat(meters.counter("simulations.orders").count()).isEqualTo(2);
        assertThat(ended("done")).isEqualTo(1);
    }

    @Test
    void stopsWhatRunsOnAnotherReplica() {
        facts.hold();
        var one = replica(facts);
        var other = replica(facts);
        var asked = one.ask(EXPERIMENT, "olga");
        awaitState(other, asked, RUNNING);

        other.stop(asked.id(), "otto");

        awaitState(other, asked, STOPPED);
        assertThat(ended("stopped")).isEqualTo(1);
        facts.release();
        awaitState(other, one.ask(EXPERIMENT, "olga"), DONE);
    }

    @Test
    void stopsAtOnceWhatRunsOrWaitsHere() {
        facts.hold();
        var replica = replica(facts);
        var running = replica.ask(EXPERIMENT, "olga");
        var waiting = replica.ask(EXPERIMENT, "olga");

        assertThat(replica.stop(waiting.id(), "olga"))
                .get()
                .extracting(Simulation::state)
                .isEqualTo(STOPPED);
        assertThat(replica.stop(running.id(), "olga"))
                .get()
                .extracting(Simulation::state)
                .isEqualTo(STOPPED);
        assertThat(replica.stop("another", "olga")).isEmpty();
    }

    @Test
    void refusesMoreThanMayWaitAndKeepsNothingOfIt() {
        facts.hold();
        var replica = replica(facts);
        var running = replica.ask(EXPERIMENT, "olga");
        replica.ask(EXPERIMENT, "olga");
        await().untilAsserted(() ->
                assertThat(meters.get("simulations.running").gauge().value()).isEqualTo(1));

        assertThatExceptionOfType(TooManySimulations.class)
                .isThrownBy(() -> replica.ask(EXPERIMENT, "olga"))
                .withMessage("at most 1 simulations wait at once");

        assertThat(meters.get("simulations.waiting").gauge().value()).isEqualTo(1);
        assertThat(refused("waiting")).isEqualTo(1);
        replica.stop(running.id(), "olga");
        assertThat(replica.ask(EXPERIMENT, "olga").state()).isEqualTo(QUEUED);
    }

    @Test
    void showsAsAbandonedWhatIsNoLongerHeardOf() {
        facts.hold();
        var killed = rule(facts, jobs());
        var asked = killed.ask(EXPERIMENT, "olga");
        var other = replica(facts);
        clock.pass(Duration.ofSeconds(30));
        assertThat(other.find(asked.id())).contains(asked);

        clock.pass(Duration.ofMillis(1));

        assertThat(other.find(asked.id())).get().satisfies(found -> {
            assertThat(found.state()).isEqualTo(ABANDONED);
            assertThat(found.reason())
                    .isEqualTo("nothing was heard of its replica since 2026-02-01T00:00:00Z: ask again");
        });
        assertThat(other.stop(asked.id(), "otto"))
                .get()
                .extracting(Simulation::state)
                .isEqualTo(ABANDONED);
        facts.release();
    }

    @Test
    void saysThatItGoesOnWhileItWaitsAndRuns() {
        facts.hold();
        var replica = replica(facts);
        var running = replica.ask(EXPERIMENT, "olga");
        var waiting = replica.ask(EXPERIMENT, "olga");

        clock.pass(Duration.ofMinutes(5));

        awaitState(replica, running, RUNNING);
        awaitState(replica, waiting, QUEUED);
    }

    @Test
    void writesTheEndDownWhenTheStoreIsBack() {
        facts.hold();
        var replica = replica(facts);
        var asked = replica.ask(EXPERIMENT, "olga");
        simulations.away(true);
        facts.release();
        await().until(() -> ended("done") == 1);

        simulations.away(false);

        awaitState(replica, asked, DONE);
    }

    @Test
    void saysSoWhenItsReplicaIsShutDown() {
        facts.hold();
        var jobs = jobs();
        jobs.start();
        var replica = rule(facts, jobs);
        var asked = replica.ask(EXPERIMENT, "olga");

        jobs.stop();

        assertThat(replica.find(asked.id()))
                .get()
                .extracting(Simulation::state, Simulation::reason)
                .containsExactly(ABANDONED, "its replica was shut down: ask again");
    }

    @Test
    void failsInWordsWhenABoundIsMet() {
        facts.are(paid("o-1"), paid("o-2"), paid("o-3"));
        var replica = replica(facts);

        var failed = awaitState(replica, replica.ask(EXPERIMENT, "olga"), FAILED);

        assertThat(failed.reason()).isEqualTo("the period has more than 2 orders (expected: a shorter period)");
        assertThat(refused("orders")).isEqualTo(1);
    }

    @Test
    void failsWithoutWordsThatAreNobodysBusiness() {
        var replica = replica(reader -> {
            throw new IllegalStateException("a bug in line 7");
        });

        var failed = awaitState(replica, replica.ask(EXPERIMENT, "olga"), FAILED);

        assertThat(failed.reason()).isEqualTo("something went wrong on our side");
    }

    private static Simulation awaitState(SimulateRule replica, Simulation asked, Simulation.State state) {
        return await().until(() -> replica.find(asked.id()).orElseThrow(), found -> found.state() == state);
    }

    private double ended(String state) {
        return meters.counter("simulations.ended", "state", state).count();
    }

    private double refused(String bound) {
        return meters.counter("simulations.refused", "bound", bound).count();
    }

    private SimulateRule replica(RecordedFacts past) {
        var jobs = jobs();
        jobs.start();
        return rule(past, jobs);
    }

    private Jobs jobs() {
        var jobs = new Jobs(simulations, BOUNDS, new SimulationMetrics(meters), clock);
        beating.add(jobs);
        return jobs;
    }

    private SimulateRule rule(RecordedFacts past, Jobs jobs) {
        return new SimulateRule(
                simulations,
                jobs,
                past,
                new AppliedRules(),
                BOUNDS,
                new SimulationMetrics(meters),
                EventIds.timeOrdered(),
                clock);
    }

    private static Paid paid(String order) {
        var line = new BasketLine(1, "TEA", "groceries", "own", 1, 1_000, null);
        return new Paid("alice", new Basket(order, FROM, "GBP", List.of(line)), null, 0);
    }

    /** Stands still until the test lets time pass. */
    private static final class TestClock extends Clock {

        private volatile Instant now = Instant.parse("2026-02-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody asks for another zone");
        }
    }
}
