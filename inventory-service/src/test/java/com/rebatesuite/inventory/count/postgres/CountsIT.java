package com.rebatesuite.inventory.count.postgres;

import static com.rebatesuite.inventory.commit.StockFixture.MUG;
import static com.rebatesuite.inventory.commit.StockFixture.TEA;
import static com.rebatesuite.inventory.commit.StockFixture.hold;
import static com.rebatesuite.inventory.commit.StockFixture.line;
import static com.rebatesuite.inventory.commit.StockFixture.origin;
import static com.rebatesuite.inventory.commit.StockFixture.receive;
import static com.rebatesuite.inventory.commit.StockFixture.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.commit.postgres.StockDatabase;
import com.rebatesuite.inventory.commit.postgres.TestClock;
import com.rebatesuite.inventory.count.CloseCount;
import com.rebatesuite.inventory.count.CountLine;
import com.rebatesuite.inventory.count.CountRefused;
import com.rebatesuite.inventory.count.OpenCount;
import com.rebatesuite.inventory.count.Status;
import com.rebatesuite.inventory.count.StockCount;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.reservation.Line;
import com.rebatesuite.platform.event.EventIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts while goods go on moving, at two replicas. */
class CountsIT {

    private final StockDatabase database = new StockDatabase();
    private final TestClock clock = new TestClock();
    private final GroupCommit one = database.replica(clock);
    private final GroupCommit other = database.replica(clock);
    private final PostgresCounts counts = new PostgresCounts(database.jdbc, database.transactions());
    private final OpenCount openCount = new OpenCount(counts, EventIds.timeOrdered(), clock);
    private final CloseCount closeCount = new CloseCount(counts, one);

    @AfterEach
    void close() throws InterruptedException {
        database.close();
    }

    @Test
    void whatMovesMeanwhileDoesNotMatter() {
        one.decide(receive("1", line(TEA, 10), line(MUG, 5)));
        var count = openCount.open("main", List.of(), "aisle/1", "olga");
        assertThat(count.lines()).extracting(CountLine::sku).containsExactly("MUG-1", "TEA-100");

        one.decide(receive("2", line(TEA, 100)));
        one.decide(hold(1, line(TEA, 20)));
        enter(count, Map.of("TEA-100", 8L, "MUG-1", 5L));
        var closed = closeCount.close(count.id(), "olga");

        assertThat(closed.status()).isEqualTo(Status.CLOSED);
        assertThat(onHand(TEA)).isEqualTo(108);
        assertThat(onHand(MUG)).isEqualTo(5);
        assertThat(database.number("select count(*) from movement where reason = 'count' and reason_code = 'counted'"))
                .isEqualTo(2);
        assertThat(counts.page(Status.CLOSED, new UUID(-1, -1), 10))
                .singleElement()
                .satisfies(head -> assertThat(List.of(head.lines(), head.counted(), head.booked()))
                        .containsExactly(2L, 2L, 2L));
    }

    @Test
    void whatIsPromisedStaysOpenWithTheReasonAndTheRestIsBooked() {
        one.decide(receive("1", line(TEA, 10), line(MUG, 5)));
        one.decide(hold(1, line(TEA, 9)));
        var count = openCount.open("main", List.of(), "aisle/1", "olga");
        enter(count, Map.of("TEA-100", 8L, "MUG-1", 6L));

        var tried = closeCount.tryOut(count.id(), "olga");
        assertThat(tried.lines()).extracting(CountLine::booked).containsExactly(false, false);
        assertThat(onHand(MUG)).isEqualTo(5);
        var closed = closeCount.close(count.id(), "olga");

        assertThat(closed.status()).isEqualTo(Status.OPEN);
        assertThat(closed.lines()).extracting(CountLine::booked).containsExactly(true, false);
        assertThat(closed.lines().getLast().refusal()).contains("available 1 (expected: enough to move on hand by -2");
        assertThat(tried.lines().getLast().refusal())
                .isEqualTo(closed.lines().getLast().refusal());
        assertThat(onHand(TEA)).isEqualTo(10);
        assertThat(onHand(MUG)).isEqualTo(6);

        assertThatThrownBy(() -> enter(closed, Map.of("MUG-1", 9L))).hasMessageContaining("booked already");
        one.decide(release(1));
        assertThat(closeCount.close(count.id(), "olga").status()).isEqualTo(Status.CLOSED);
        assertThat(onHand(TEA)).isEqualTo(8);
        assertThat(onHand(MUG)).isEqualTo(6);
    }

    /** Booked, and killed before that was noted: the books know, nothing is entered over it, and it ends once. */
    @Test
    void inv5_killedAfterTheBookingItIsClosedWithoutASecondOne() {
        one.decide(receive("1", line(TEA, 10)));
        var count = openCount.open("main", List.of(), "aisle/1", "olga");
        enter(count, Map.of("TEA-100", 7L));
        counts.changeNow(count.id(), StockCount::closing);
        var frozen = counts.of(count.id()).orElseThrow();
        assertThatThrownBy(() -> enter(frozen, Map.of("TEA-100", 6L))).isInstanceOf(CountRefused.class);
        assertThatThrownBy(() -> counts.change(count.id(), open -> open.cancelled(frozen.version())))
                .hasMessageContaining("is being booked");
        one.decide(new StockCommand.Count(origin("count/" + count.id() + "/TEA-100"), TEA, -3, false));
        assertThat(counts.of(count.id()).orElseThrow().lines().getFirst().booked())
                .isTrue();

        assertThat(closeCount.close(count.id(), "olga").status()).isEqualTo(Status.CLOSED);
        assertThat(onHand(TEA)).isEqualTo(7);
    }

    @Test
    void saysWhatIsInTheWay() {
        assertThatThrownBy(() -> openCount.open("main", List.of(), "r", "olga")).hasMessageContaining("none (expected");
        var count = openCount.open("main", List.of("NEW-1", "NEW-1"), "r", "olga");
        assertThat(count.lines()).hasSize(1);
        assertThatThrownBy(() -> enter(count, Map.of("OTHER", 1L))).hasMessageContaining("OTHER is not on the list");
        enter(count, Map.of("NEW-1", 4L));
        assertThatThrownBy(() -> enter(count, Map.of("NEW-1", 5L))).hasMessageContaining("(expected by you: 1)");
        closeCount.close(count.id(), "olga");
        assertThat(onHand(LevelKey.main("NEW-1"))).isEqualTo(4);
        assertThatThrownBy(() -> counts.change(count.id(), closed -> closed.cancelled(closed.version())))
                .hasMessageContaining("is closed (expected: open)");
        assertThatThrownBy(() -> closeCount.close(UUID.randomUUID(), "olga")).hasMessageContaining("there is no count");

        one.decide(receive(
                "many",
                IntStream.rangeClosed(1, OpenCount.MOST)
                        .mapToObj(number -> line(LevelKey.main("SKU-" + number), 1))
                        .toArray(Line[]::new)));
        assertThatThrownBy(() -> openCount.open("main", List.of(), "r", "olga")).hasMessageContaining("more than 1000");
    }

    /** Everybody moves goods and several close the count at once: after it there is what was counted plus what moved. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void inv8_aCountIsRightWhateverMovesMeanwhile(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        one.decide(receive("opening", line(TEA, 1_000), line(MUG, 1_000)));
        var count = openCount.open("main", List.of(), "aisle/1", "olga");
        var found = Map.of("TEA-100", (long) random.nextInt(900, 1_100), "MUG-1", (long) random.nextInt(900, 1_100));
        enter(count, found);
        var work = new ArrayList<Callable<Void>>();
        for (int thread = 0; thread < 4; thread++) {
            int name = thread;
            work.add(() -> {
                for (int number = 0; number < 40; number++) {
                    var key = number % 2 == 0 ? TEA : MUG;
                    (name % 2 == 0 ? one : other).decide(receive(name + "/" + number, line(key, 2)));
                    (name % 2 == 0 ? other : one).decide(hold(name * 100L + number, line(key, 1)));
                }
                return null;
            });
            work.add(() -> {
                new CloseCount(counts, name % 2 == 0 ? one : other).close(count.id(), "closer " + name);
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }

        assertThat(counts.of(count.id()).orElseThrow().status()).isEqualTo(Status.CLOSED);
        assertThat(onHand(TEA)).isEqualTo(found.getOrDefault("TEA-100", 0L) + 160);
        assertThat(onHand(MUG)).isEqualTo(found.getOrDefault("MUG-1", 0L) + 160);
        assertThat(database.journal().verify(null).breaks()).as("INV-8").isEmpty();
    }

    private void enter(StockCount seen, Map<String, Long> found) {
        counts.change(seen.id(), count -> count.entered(seen.version(), found, "counter"));
    }

    private long onHand(LevelKey key) {
        return database.number("select on_hand from stock_level where sku = '" + key.sku() + "'");
    }
}
