package com.rebatesuite.rebate.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.view.Generation.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The steps of a rebuild, with generations and projections that only remember. */
class RebuildViewsTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final Remembered remembered = new Remembered();
    private final Log log = new Log();
    private Instant now = NOON;
    private final RebuildViews rebuild = replica();

    @Test
    void servesTheFirstGenerationFromTheStart() {
        rebuild.step();

        assertThat(remembered.used).isEqualTo(1);
        assertThat(log.running).containsExactly(1);
    }

    @Test
    void buildsAnotherBesideTheOneThatIsServed() {
        var requested = rebuild.request("olga");
        rebuild.step();

        assertThat(requested.number()).isEqualTo(2);
        assertThat(remembered.used).isEqualTo(1);
        assertThat(log.running).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void takesASecondRequestForTheFirst() {
        assertThat(replica().request("otto").number())
                .isEqualTo(rebuild.request("olga").number());
        assertThat(remembered.all()).hasSize(2);
    }

    @Test
    void servesItOnlyWhenItHasReachedAYoungEndOfTheLog() {
        log.ends = 100;
        rebuild.request("olga");
        rebuild.step();

        now = now.plus(Duration.ofMinutes(10));
        log.ends = 200;
        log.written.put(2, 100L);
        rebuild.step();
        rebuild.step();
        assertThat(state(2)).isEqualTo(State.BUILDING);

        log.written.put(2, 200L);
        now = now.plusSeconds(1);
        rebuild.step();
        assertThat(state(2)).isEqualTo(State.SERVING);
        rebuild.step();
        assertThat(remembered.used).isEqualTo(2);
        assertThat(log.running).containsExactly(2);
    }

    /** Whoever was killed: what is left to do is in the generations and the offsets, and any replica does it. */
    @Test
    void isFinishedByAnotherReplica() {
        log.ends = 5;
        rebuild.request("olga");
        rebuild.step();

        var other = replica();
        log.written.put(2, 5L);
        other.step();
        other.step();

        assertThat(state(2)).isEqualTo(State.SERVING);
        rebuild.step();
        assertThat(remembered.used).isEqualTo(2);
    }

    @Test
    void dropsTheGenerationBeforeAfterAWhile() {
        rebuild.request("olga");
        rebuild.step();
        rebuild.step();
        assertThat(state(2)).isEqualTo(State.SERVING);

        now = now.plus(Duration.ofMinutes(9));
        rebuild.step();
        assertThat(state(1)).isEqualTo(State.SERVING);
        now = now.plus(Duration.ofMinutes(2));
        rebuild.step();
        assertThat(state(1)).isEqualTo(State.DROPPED);
        assertThat(rebuild.request("olga").number()).isEqualTo(3);
    }

    private RebuildViews replica() {
        var properties =
                new ViewsProperties(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofMinutes(10), 1, 1000);
        return new RebuildViews(remembered, log, properties, new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
    }

    private State state(int number) {
        return remembered.all().get(number - 1).state();
    }

    private static final class Remembered implements Generations {

        private final TreeMap<Integer, Generation> generations =
                new TreeMap<>(Map.of(1, new Generation(1, State.SERVING, null, null, null)));
        private int used;

        @Override
        public List<Generation> all() {
            return new ArrayList<>(generations.values());
        }

        @Override
        public void open(int number, String by, Instant at) {
            generations.putIfAbsent(number, new Generation(number, State.BUILDING, by, at, null));
        }

        @Override
        public void serve(int number, Instant at) {
            generations.put(number, new Generation(number, State.SERVING, null, null, at));
        }

        @Override
        public void drop(int number) {
            generations.put(number, new Generation(number, State.DROPPED, null, null, null));
        }

        @Override
        public void use(int number) {
            used = number;
        }

        @Override
        public void write(int number, List<Recorded> decisions) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Log implements Projections {

        private final Map<Integer, Long> written = new HashMap<>();
        private long ends;
        private Set<Integer> running = Set.of();

        @Override
        public void run(Set<Integer> generations) {
            running = generations;
        }

        @Override
        public Offsets written(int generation) {
            return new Offsets(Map.of(0, written.getOrDefault(generation, 0L)));
        }

        @Override
        public Offsets end() {
            return new Offsets(Map.of(0, ends));
        }
    }
}
