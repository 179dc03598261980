package com.rebatesuite.inventory.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveLevelsTest {

    private static final LevelKey TEA = LevelKey.main("tea");
    private static final LevelKey MUG = LevelKey.main("mug");

    private final InMemoryLevels books = new InMemoryLevels();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LiveLevels live =
            live(new LiveProperties(2, 3, 2, Duration.ofMillis(1), Duration.ofMillis(50), Duration.ofMillis(20)));

    @AfterEach
    void end() {
        live.endAll();
    }

    @Test
    void showsThePresentAtOnceAndThenEveryChangeButNothingTwice() {
        books.put(level(TEA, 3));
        var watcher = new Watcher();
        live.watch("alice", List.of("tea", "mug", "tea"), later(), watcher);
        await().untilAsserted(() -> assertThat(watcher.shown).containsExactly(level(TEA, 3)));

        live.changed(level(TEA, 3));
        live.changed(level(MUG, 1));
        await().until(() -> watcher.shown.size() == 2);
        live.changed(level(TEA, 4));
        live.changed(level(TEA, 2));
        live.changed(level(LevelKey.main("other"), 1));

        await().untilAsserted(
                        () -> assertThat(watcher.shown).containsExactly(level(TEA, 3), level(MUG, 1), level(TEA, 4)));
    }

    /** Whatever arrives, in whatever order: sequences rise, and the last one shown is the last one there is. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void endsAtTheLatestAndNeverGoesBack(long seed) {
        var random = new SplittableRandom(seed);
        var watcher = new Watcher();
        live.watch("alice", List.of("tea"), later(), watcher);

        for (int i = 0; i < 2_000; i++) {
            live.changed(level(TEA, random.nextLong(1, 1_000)));
        }
        live.changed(level(TEA, 1_000));

        await().until(() -> !watcher.shown.isEmpty() && watcher.shown.getLast().sequence() == 1_000);
        assertThat(watcher.shown).extracting(StockLevel::sequence).isSorted().doesNotHaveDuplicates();
    }

    /** A replica that did not hear of a movement still shows it, and a level that goes on moving does not hinder that. */
    @Test
    void looksAgainForWhatItHasNotHeard() {
        var watcher = new Watcher();
        live.watch("alice", List.of("tea", "mug"), later(), watcher);
        books.put(level(MUG, 7));

        var sequence = new AtomicInteger();
        await().pollInterval(Duration.ofMillis(1)).until(() -> {
            live.changed(level(TEA, sequence.incrementAndGet()));
            return watcher.shown.contains(level(MUG, 7));
        });
    }

    @Test
    void givesSignsOfLifeAlsoWhileTheBooksAreAway() {
        var watcher = new Watcher();
        live.watch("alice", List.of("tea"), later(), watcher);
        books.away = true;

        await().until(() -> watcher.heartbeats.get() >= 2);
        live.changed(level(TEA, 1));
        await().untilAsserted(() -> assertThat(watcher.shown).containsExactly(level(TEA, 1)));
    }

    @Test
    void boundsTheStreamsOfOneCallerAndOfAll() {
        live.watch("alice", List.of("tea"), later(), new Watcher());
        live.watch("alice", List.of("mug"), later(), new Watcher());
        assertThatExceptionOfType(TooManyStreams.class)
                .isThrownBy(() -> live.watch("alice", List.of("tea"), later(), new Watcher()))
                .satisfies(tooMany -> assertThat(tooMany.ofThisUser()).isTrue());

        live.watch("bob", List.of("tea"), later(), new Watcher());
        assertThatExceptionOfType(TooManyStreams.class)
                .isThrownBy(() -> live.watch("carol", List.of("tea"), later(), new Watcher()))
                .satisfies(tooMany -> assertThat(tooMany.ofThisUser()).isFalse());
        assertThat(meters.get("live.streams").gauge().value()).isEqualTo(3);
    }

    @Test
    void showsASlowWatcherOnlyTheLatest() {
        var slow = new Watcher();
        slow.hold = new CountDownLatch(1);
        books.put(level(TEA, 1));
        live.watch("alice", List.of("tea"), later(), slow);

        for (int sequence = 2; sequence <= 1_000; sequence++) {
            live.changed(level(TEA, sequence));
        }
        slow.hold.countDown();

        await().untilAsserted(() -> assertThat(slow.shown).containsExactly(level(TEA, 1), level(TEA, 1_000)));
        assertThat(meters.counter("live.coalesced").count()).isEqualTo(998);
        assertThat(meters.counter("live.dropped").count()).isZero();
    }

    @Test
    void dropsAWatcherWhoIsTooFarBehindAndMakesRoomForAnother() {
        var slow = new Watcher();
        slow.hold = new CountDownLatch(1);
        books.put(level(TEA, 1));
        live.watch("alice", List.of("tea"), later(), slow);

        for (int place = 1; place <= 3; place++) {
            live.changed(level(new LevelKey("tea", "place-" + place), 1));
        }

        assertThat(live.watched("tea")).isFalse();
        assertThat(meters.counter("live.dropped").count()).isEqualTo(1);
        slow.hold.countDown();
        await().until(() -> slow.ended);
    }

    @Test
    void endsWithTheTokenAndWhenTheWatcherHangsUp() {
        books.put(level(MUG, 1));
        var expired = new Watcher();
        live.watch("alice", List.of("tea"), Clock.systemUTC().instant().plusMillis(80), expired);
        var gone = new Watcher();
        gone.broken = true;
        live.watch("bob", List.of("mug"), later(), gone);

        await().until(() -> expired.ended && gone.ended);
        await().until(() -> !live.watched("tea") && !live.watched("mug"));
        assertThat(meters.get("live.streams").gauge().value()).isZero();
    }

    @Test
    void opensNothingWhenThePresentCannotBeRead() {
        books.away = true;

        assertThatIllegalStateException().isThrownBy(() -> live.watch("alice", List.of("tea"), later(), new Watcher()));
        assertThat(live.watched("tea")).isFalse();
    }

    @Test
    void refusesBoundsThatAreNone() {
        for (var bounds : List.of(Map.entry(0, 1), Map.entry(1, 0))) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> new LiveProperties(
                            bounds.getKey(), bounds.getValue(), 1, Duration.ZERO, Duration.ZERO, Duration.ZERO))
                    .withMessageContaining("expected: >= 1");
        }
    }

    private LiveLevels live(LiveProperties properties) {
        var levels = new ReadLevels(new NoFastLevels(), books, CircuitBreakerRegistry.ofDefaults(), meters);
        return new LiveLevels(levels, properties, Clock.systemUTC(), meters);
    }

    private static Instant later() {
        return Clock.systemUTC().instant().plusSeconds(60);
    }

    private static StockLevel level(LevelKey key, long sequence) {
        return new StockLevel(key, 10, 0, 0, sequence);
    }

    private static final class Watcher implements Push {

        private final List<StockLevel> shown = new CopyOnWriteArrayList<>();
        private final AtomicInteger heartbeats = new AtomicInteger();
        private volatile boolean ended;
        private volatile boolean broken;
        private volatile CountDownLatch hold = new CountDownLatch(0);

        @Override
        public void show(StockLevel level) throws IOException {
            if (broken) {
                throw new IOException("hung up");
            }
            try {
                hold.await();
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
            shown.add(level);
        }

        @Override
        public void heartbeat() {
            heartbeats.incrementAndGet();
        }

        @Override
        public void end() {
            ended = true;
        }
    }
}
