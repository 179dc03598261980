package com.rebatesuite.inventory.movement.postgres;

import static com.rebatesuite.inventory.commit.StockFixture.MUG;
import static com.rebatesuite.inventory.commit.StockFixture.TEA;
import static com.rebatesuite.inventory.commit.StockFixture.hold;
import static com.rebatesuite.inventory.commit.StockFixture.line;
import static com.rebatesuite.inventory.commit.StockFixture.receive;
import static com.rebatesuite.inventory.commit.StockFixture.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.commit.postgres.StockDatabase;
import com.rebatesuite.inventory.commit.postgres.TestClock;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.movement.JournalProperties;
import com.rebatesuite.inventory.movement.KeepJournal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal by months: rows find their month, old months leave, and every level stays the sum of what it was. */
class JournalMonthsIT {

    private static final Duration MONTH = Duration.ofDays(31);
    private static final YearMonth FIRST = YearMonth.of(2026, 1);

    private final StockDatabase database = new StockDatabase();
    private final TestClock clock = new TestClock();
    private final GroupCommit one = database.replica(clock);
    private final GroupCommit other = database.replica(clock);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PostgresMonths months = months(Duration.ofSeconds(10));
    private final KeepJournal journal = keeper(months);

    @AfterEach
    void close() throws InterruptedException {
        database.close();
    }

    @Test
    void thereIsAMonthForEveryMovementToCome() {
        journal.keep();

        assertThat(months.kept()).contains(FIRST, FIRST.plusMonths(1), FIRST.plusMonths(2), FIRST.plusMonths(3));
        assertThat(meters.get("stock.journal.months.ahead").gauge().value()).isGreaterThanOrEqualTo(3);
        one.decide(receive("1", line(TEA, 10)));
        assertThat(database.number("select count(*) from movement_2026_01")).isEqualTo(1);
    }

    /** Nobody has made a month for it: the movement is booked all the same, and gets its month later. */
    @Test
    void whatHasStrayedIsTakenIn() {
        one.decide(receive("1", line(TEA, 10)));
        clock.forward(MONTH);
        one.decide(hold(1, line(TEA, 2)));
        assertThat(months.strays()).isEqualTo(2);

        journal.keep();

        assertThat(months.strays()).isZero();
        assertThat(meters.get("stock.journal.strays").gauge().value()).isZero();
        assertThat(database.number("select count(*) from movement_2026_01")).isEqualTo(1);
        assertThat(database.number("select count(*) from movement_2026_02")).isEqualTo(1);
        assertAddsUp();
        assertThat(one.decide(receive("1", line(TEA, 10)))).isInstanceOf(Outcome.Booked.class);
        assertThat(onHand(TEA)).isEqualTo(10);
    }

    @Test
    void aMonthIsAppendOnlyLikeTheWhole() {
        journal.keep();
        one.decide(receive("1", line(TEA, 10)));

        assertThatThrownBy(
                        () -> database.jdbc.sql("delete from movement_2026_01").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() ->
                        database.jdbc.sql("update movement set on_hand = 1").update())
                .hasMessageContaining("append-only");
    }

    /** Months of random movements, with history written down beside them: it is read back as far as it is kept. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void inv8_whatLeavesIsCarriedForwardAndTheRestIsHistory(long seed) {
        var random = new SplittableRandom(seed);
        var history = new ArrayList<Then>();
        for (int month = 0; month < 6; month++) {
            for (int number = 0; number < 15; number++) {
                anything(random, month * 100 + number);
                history.add(new Then(clock.instant(), level(TEA), level(MUG)));
                clock.forward(MONTH.dividedBy(15));
            }
            journal.keep();
            assertAddsUp();
        }

        assertThat(months.kept().first()).isEqualTo(YearMonth.now(clock).minusMonths(2));
        var keptFrom = database.journal().keptFrom();
        assertThat(keptFrom).isEqualTo(months.kept().first().atDay(1) + "T00:00:00Z");
        var kept =
                history.stream().filter(then -> !then.at().isBefore(keptFrom)).toList();
        assertThat(kept).hasSizeGreaterThan(25);
        for (var then : kept) {
            assertThat(at(TEA, then.at())).as("tea at " + then.at()).isEqualTo(then.tea());
            assertThat(at(MUG, then.at())).as("mug at " + then.at()).isEqualTo(then.mug());
        }
    }

    /** Goods that have not moved since are still there, and were there at every moment we can speak of. */
    @Test
    void inv8_aLevelWithoutAnyMovementLeftIsWhatWasCarried() {
        one.decide(receive("1", line(TEA, 10)));
        clock.forward(MONTH.multipliedBy(8));
        journal.keep();

        assertThat(database.number("select count(*) from movement")).isZero();
        assertAddsUp();
        assertThat(at(TEA, clock.instant()).onHand()).isEqualTo(10);
        database.jdbc.sql("update movement_carried set on_hand = 11").update();
        assertThat(database.journal().verify(null).breaks()).hasSize(1);
    }

    @Test
    void inv5_aCauseWhoseMovementsHaveLeftIsNotBookedAgain() {
        one.decide(receive("1", line(TEA, 10)));
        clock.forward(MONTH.multipliedBy(8));
        journal.keep();

        assertThat(other.decide(receive("1", line(TEA, 10)))).isEqualTo(new Outcome.Booked(List.of(), true));
        assertThat(onHand(TEA)).isEqualTo(10);
    }

    /** Two replicas book, two others look after the journal, somebody compares: at no moment does anything not add up. */
    @Test
    void inv8_whileEverybodyBooksAndMonthsLeave() throws Exception {
        var work = new ArrayList<Callable<Void>>();
        for (int thread = 0; thread < 4; thread++) {
            var replica = thread % 2 == 0 ? one : other;
            var name = "thread " + thread;
            work.add(() -> {
                for (int number = 0; number < 60; number++) {
                    replica.decide(receive(name + "/" + number, line(TEA, 1)));
                    clock.forward(Duration.ofDays(1));
                }
                return null;
            });
        }
        for (int keeper = 0; keeper < 2; keeper++) {
            work.add(() -> {
                for (int round = 0; round < 15; round++) {
                    keeper(months(Duration.ofMillis(200))).keep();
                }
                return null;
            });
        }
        work.add(() -> {
            for (int round = 0; round < 30; round++) {
                assertAddsUp();
            }
            return null;
        });
        run(work);

        journal.keep();
        assertAddsUp();
        assertThat(onHand(TEA)).isEqualTo(240);
        assertThat(months.kept()).doesNotContain(FIRST);
    }

    /** Killed after it has added up, before it is done: nothing has happened, and it is done the next time. */
    @Test
    void inv8_killedInTheMiddleNothingIsCarriedTwice() throws Exception {
        one.decide(receive("1", line(TEA, 10)));
        clock.forward(MONTH.multipliedBy(8));
        journal.keep();
        assertThat(carried()).isEqualTo(10);
        one.decide(receive("2", line(TEA, 5)));
        clock.forward(MONTH.multipliedBy(8));
        months.takeIn();
        var due = months.kept().first();

        try (var threads = Executors.newSingleThreadExecutor()) {
            // Reading keeps the month from being dropped, but not from being added up.
            new TransactionTemplate(database.transactions()).executeWithoutResult(reading -> {
                database.number("select count(*) from movement");
                var killed = threads.submit(() -> months.carry(due));
                await().until(() -> database.number(
                                "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and query like 'drop table movement_%' and wait_event_type = 'Lock'")
                        == 1);
                assertThatThrownBy(killed::get).isInstanceOf(ExecutionException.class);
            });
        }

        assertThat(months.kept()).contains(due);
        assertThat(carried()).isEqualTo(10);
        assertAddsUp();
        assertThat(months.carry(due)).isTrue();
        assertThat(months.carry(due)).as("once more").isTrue();
        assertThat(carried()).isEqualTo(15);
        assertAddsUp();
    }

    @Test
    void itGivesWayToThoseWhoBook() throws Exception {
        one.decide(receive("1", line(TEA, 10)));
        journal.keep();
        clock.forward(MONTH.multipliedBy(8));
        var impatient = keeper(months(Duration.ofMillis(50)));
        try (var threads = Executors.newSingleThreadExecutor()) {
            new TransactionTemplate(database.transactions()).executeWithoutResult(booking -> {
                database.number("select count(*) from movement");
                assertThat(threads.submit(impatient::keep)).succeedsWithin(Duration.ofSeconds(20));
            });
        }
        assertThat(months.kept()).contains(FIRST);
        assertThat(meters.counter("stock.journal.postponed", "what", "carry").count())
                .isPositive();

        impatient.keep();
        assertThat(months.kept()).doesNotContain(FIRST);
        assertAddsUp();
    }

    private void anything(SplittableRandom random, int number) {
        var key = random.nextBoolean() ? TEA : MUG;
        switch (random.nextInt(4)) {
            case 0 -> one.decide(hold(number, line(key, 1)));
            case 1 -> one.decide(release(random.nextInt(number + 1)));
            default -> other.decide(receive(Integer.toString(number), line(key, random.nextInt(1, 9))));
        }
    }

    private StockLevel level(LevelKey key) {
        return at(key, Instant.parse("9999-12-31T00:00:00Z"));
    }

    private StockLevel at(LevelKey key, Instant then) {
        return database.journal().at(key.sku(), key.location(), then).stream()
                .findFirst()
                .orElse(StockLevel.none(key));
    }

    private long onHand(LevelKey key) {
        return database.number("select on_hand from stock_level where sku = '" + key.sku() + "'");
    }

    private long carried() {
        return database.number("select on_hand from movement_carried");
    }

    private void assertAddsUp() {
        assertThat(database.journal().verify(null).breaks()).as("INV-8").isEmpty();
    }

    private PostgresMonths months(Duration giveWayAfter) {
        return new PostgresMonths(
                database.jdbc, database.transactions(), new JournalProperties(2, 3, Duration.ofHours(1), giveWayAfter));
    }

    private KeepJournal keeper(PostgresMonths kept) {
        return new KeepJournal(
                kept, new JournalProperties(2, 3, Duration.ofHours(1), Duration.ofSeconds(10)), clock, meters);
    }

    private static void run(List<Callable<Void>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }

    private record Then(Instant at, StockLevel tea, StockLevel mug) {}
}
