package com.rebatesuite.inventory.view.redis;

import static com.rebatesuite.inventory.commit.StockFixture.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.inventory.InventoryServiceFixture;
import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.StockFixture;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.level.Supply;
import com.rebatesuite.inventory.level.Thresholds;
import com.rebatesuite.inventory.view.FastLevels;
import com.rebatesuite.inventory.view.ReadLevels;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The fast view against a real Redis, which is also killed. */
class FastViewIT extends InventoryServiceFixture {

    private final LevelKey key = LevelKey.main(tea);
    private final LevelKey elsewhere = new LevelKey(tea, "elsewhere");

    @Autowired
    FastLevels fast;

    @Autowired
    ReadLevels levels;

    @Autowired
    GroupCommit commit;

    @Autowired
    StringRedisTemplate template;

    @Autowired
    CircuitBreakerRegistry breakers;

    @Autowired
    MeterRegistry meters;

    @AfterEach
    void startRedis() {
        Backends.redis().start();
        await().atMost(Duration.ofSeconds(30)).until(() -> state() == State.CLOSED || closes());
    }

    /** Fills are as late as the reading they come from. Seen red without the comparison in {@link Scripts#WRITE}. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aLateWriteNeverWins(long seed) {
        var random = new Random(seed);
        var writes = new ArrayList<>(LongStream.rangeClosed(1, 200)
                .mapToObj(sequence -> level(key, sequence))
                .toList());
        Collections.shuffle(writes, random);

        for (int from = 0; from < 200; from += 20) {
            fast.write(writes.subList(from, from + 20));
            fill(writes.get(random.nextInt(200)));
        }

        assertThat(known(tea)).containsExactly(level(key, 200));
    }

    @Test
    void comparesSequencesAsNumbers() {
        fill(level(key, 9));
        fast.write(List.of(level(key, 10)));
        fast.write(List.of(level(key, 9)));

        assertThat(known(tea)).containsExactly(level(key, 10));
    }

    @Test
    void keepsAllThatIsKnownOfALevel() {
        var full = new StockLevel(key, 10, 2, 3, 4, new Thresholds(5, 6, 7), Supply.LOW, 8);
        fill(full);

        assertThat(known(tea)).containsExactly(full);
    }

    /** A write alone does not say that there are no other levels. */
    @Test
    void answersOnlyForWhatWasFilledIn() {
        fast.write(List.of(level(key, 2)));
        assertThat(known(tea)).isNull();

        fill(level(key, 1), level(elsewhere, 1));
        assertThat(known(tea)).containsExactly(level(elsewhere, 1), level(key, 2));
    }

    @Test
    void fillsInNothingForARunThatIsOver() {
        fast.fill(Map.of(tea, List.of(level(key, 1))), "an-earlier-run");

        assertThat(known(tea)).isNull();
    }

    @Test
    void asksTheBooksForWhatIsNotOurs() {
        commit.decide(StockFixture.receive(tea, line(key, 10)));
        await().atMost(Duration.ofSeconds(20)).until(() -> template.hasKey("stock-levels:" + tea));
        levels.ofSkus(List.of(tea));
        template.opsForHash().put("stock-levels:" + tea, "main", "nonsense");

        assertThat(levels.of(List.of(key))).containsEntry(key, level(key, 1));
        assertThat(known(tea)).containsExactly(level(key, 1));
    }

    @Test
    void asksTheBooksOnceAndThenNoMore() {
        commit.decide(StockFixture.receive(tea, line(key, 10), line(elsewhere, 4)));
        double before = fromBooks();

        assertThat(levels.ofSkus(List.of(tea, mug)))
                .containsOnlyKeys(tea)
                .containsEntry(tea, List.of(new StockLevel(elsewhere, 4, 0, 0, 1), level(key, 1)));
        assertThat(fromBooks()).isEqualTo(before + 2);
        assertThat(levels.of(List.of(key))).containsOnlyKeys(key);
        assertThat(fromBooks()).isEqualTo(before + 2);
    }

    /** What Redis saved a while ago is all it has after a kill; seen red without the run in {@link Scripts#READ}. */
    @Test
    void forgetsWhatItKnewBeforeAKill() {
        commit.decide(StockFixture.receive(tea, line(key, 10)));
        levels.ofSkus(List.of(tea));
        RedisCallback<Boolean> save = connection -> {
            connection.serverCommands().save();
            return true;
        };
        template.execute(save);
        commit.decide(StockFixture.receive(tea + "/2", line(key, 5)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(known(tea)).containsExactly(new StockLevel(key, 15, 0, 0, 2)));

        Backends.redis().kill();
        Backends.redis().start();
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> template.hasKey("stock-levels:" + tea));

        assertThat(known(tea)).isNull();
        assertThat(levels.of(List.of(key))).containsEntry(key, new StockLevel(key, 15, 0, 0, 2));
    }

    @Test
    void everyReadIsRightWhileRedisIsKilledAndComesBack() throws Exception {
        commit.decide(StockFixture.receive(tea, line(key, 10)));
        var reading = new AtomicBoolean(true);
        Callable<Long> reader = () -> {
            long reads = 0;
            for (; reading.get(); reads++) {
                assertThat(levels.of(List.of(key))).containsEntry(key, level(key, 1));
            }
            return reads;
        };
        try (var readers = Executors.newFixedThreadPool(4)) {
            var running = List.of(readers.submit(reader), readers.submit(reader), readers.submit(reader));
            await().until(() -> known(tea) != null);

            Backends.redis().kill();
            await().atMost(Duration.ofSeconds(30)).until(() -> state() == State.OPEN);
            double booked = fromBooks();
            await().until(() -> fromBooks() > booked + 100);

            Backends.redis().start();
            await().atMost(Duration.ofSeconds(30)).until(() -> state() == State.CLOSED);
            double viewed = fromView();
            await().until(() -> fromView() > viewed + 100);
            reading.set(false);
            for (var each : running) {
                assertThat(each.get()).isPositive();
            }
        }
    }

    @Test
    void catchesUpWithWhatHappenedWhileItWasAway() {
        commit.decide(StockFixture.receive(tea, line(key, 10)));
        Backends.redis().kill();

        commit.decide(StockFixture.receive(tea + "/2", line(key, 5)));
        for (int i = 0; i < 10; i++) {
            assertThat(levels.of(List.of(key))).containsEntry(key, new StockLevel(key, 15, 0, 0, 2));
        }
        assertThatThrownBy(() -> fast.write(List.of(level(key, 1))))
                .isInstanceOf(DataAccessResourceFailureException.class);

        Backends.redis().start();
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(template.opsForHash().get("stock-levels:" + tea, "main"))
                        .isEqualTo("2:15:0:0:0:0:0:0:ok"));
    }

    private void fill(StockLevel... all) {
        fast.fill(Map.of(tea, List.of(all)), fast.of(List.of()).run());
    }

    private @Nullable List<StockLevel> known(String sku) {
        return fast.of(List.of(sku)).levels().get(sku);
    }

    private static StockLevel level(LevelKey key, long sequence) {
        return new StockLevel(key, 10, 0, 0, sequence);
    }

    private boolean closes() {
        levels.ofSkus(List.of(tea));
        return false;
    }

    private State state() {
        return breakers.circuitBreaker("stock-view").getState();
    }

    private double fromView() {
        return meters.counter("stock.reads", "source", "view").count();
    }

    private double fromBooks() {
        return meters.counter("stock.reads", "source", "books").count();
    }
}
