package com.rebatesuite.inventory.commit.postgres;

import static com.rebatesuite.inventory.commit.StockFixture.TEA;
import static com.rebatesuite.inventory.commit.StockFixture.commit;
import static com.rebatesuite.inventory.commit.StockFixture.expire;
import static com.rebatesuite.inventory.commit.StockFixture.hold;
import static com.rebatesuite.inventory.commit.StockFixture.keep;
import static com.rebatesuite.inventory.commit.StockFixture.line;
import static com.rebatesuite.inventory.commit.StockFixture.order;
import static com.rebatesuite.inventory.commit.StockFixture.origin;
import static com.rebatesuite.inventory.commit.StockFixture.receive;
import static com.rebatesuite.inventory.commit.StockFixture.release;
import static com.rebatesuite.inventory.commit.StockFixture.restock;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.inventory.commit.BooksUnavailable;
import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.reservation.Line;
import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.inventory.reservation.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two replicas on one database, asked by many threads at once. Tried with the decision outside the lock, that is with the
 * levels loaded without {@code for update}: nothing goes red, it only takes twice as long. A level that is written asks for
 * the sequence once more with which it was loaded, so what was decided without the lock is not written but decided again.
 */
class ConcurrentStockIT {

    private static final int THREADS = 8;

    private final StockDatabase database = new StockDatabase();
    private final TestClock clock = new TestClock();
    private final GroupCommit one = database.replica(clock);
    private final GroupCommit other = database.replica(clock);

    @AfterEach
    void close() throws InterruptedException {
        database.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void inv7_aHotProductIsNeverOversold(long seed) throws Exception {
        one.decide(receive("opening", line(TEA, 300)));
        var outcomes = ask(THREADS, 100, (thread, number) -> {
            var random = new SplittableRandom(seed * 100_000 + thread * 1_000L + number);
            return hold(thread * 1_000L + number, line(TEA, random.nextInt(1, 4)));
        });

        var held = outcomes.stream()
                .filter(reservation -> reservation.status() == Status.HELD)
                .mapToLong(reservation -> reservation.lines().getFirst().quantity())
                .sum();
        assertThat(held).isBetween(298L, 300L);
        assertThat(database.number("select held from stock_level")).isEqualTo(held);
        assertEverythingAddsUp();
    }

    /** Orders that name the same products in any order do not wait for each other in a circle. */
    @Test
    void ordersForTheSameProductsDoNotDeadlock() throws Exception {
        one.decide(receive("opening", all(1_000_000)));
        var outcomes = ask(THREADS, 50, (thread, number) -> {
            var lines = new ArrayList<>(List.of(all(1)));
            Collections.shuffle(lines, new Random(thread * 1_000L + number));
            return hold(thread * 1_000L + number, lines.toArray(Line[]::new));
        });

        assertThat(outcomes).extracting(Reservation::status).containsOnly(Status.HELD);
        assertThat(database.number("select min(held) from stock_level")).isEqualTo(THREADS * 50);
        assertEverythingAddsUp();
    }

    /** The same order over HTTP at one replica and over Kafka at the other, at the same moment. */
    @Test
    void inv5_oneOrderAtTwoReplicasIsHeldOnce() throws Exception {
        one.decide(receive("opening", line(TEA, 1_000)));
        ask(THREADS, 50, (thread, number) -> hold(number, line(TEA, 2)));

        assertThat(database.number("select held from stock_level")).isEqualTo(100);
        assertThat(database.number("select count(*) from reservation")).isEqualTo(50);
        assertEverythingAddsUp();
    }

    /** Goods nobody has ever had, received at both replicas at once: no row can be locked that is not there. */
    @Test
    void firstReceiptsAtTwoReplicasAreAllCounted() throws Exception {
        askAnything(
                THREADS,
                20,
                (thread, number) -> receive(thread + "/" + number, line(LevelKey.main("NEW-" + number), 3)));

        assertThat(database.number("select min(on_hand) from stock_level")).isEqualTo(THREADS * 3);
        assertEverythingAddsUp();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void inv5_7_8_9_whateverIsAskedEverythingAddsUp(long seed) throws Exception {
        one.decide(receive("opening", all(40)));
        var asked = Collections.synchronizedList(new ArrayList<StockCommand>());
        askAnything(THREADS, 60, (thread, number) -> {
            var command = anything(new SplittableRandom(seed * 1_000_000 + thread * 10_000L + number));
            asked.add(command);
            return command;
        });
        assertEverythingAddsUp();

        // Once more, all of it, in another order: a repeat has no effect. What has not shipped yet is no repeat.
        LongStream.range(0, 200).forEach(order -> one.decide(expire(order)));
        asked.removeIf(command -> command instanceof StockCommand.Commit shipped && !hasShipped(shipped));
        var before = levels();
        Collections.shuffle(asked, new Random(seed));
        asked.forEach(command -> (command.hashCode() % 2 == 0 ? one : other).decide(command));

        assertThat(levels()).isEqualTo(before);
        assertEverythingAddsUp();
    }

    @Test
    void nothingIsLostOrDoubledWhenTheDatabaseIsKilled() throws Exception {
        one.decide(receive("opening", all(100_000)));
        var running = new CountDownLatch(THREADS * 10);
        Callable<Void> killer = () -> {
            running.await();
            Backends.postgres().kill();
            Backends.postgres().start();
            return null;
        };
        try (var extra = Executors.newSingleThreadExecutor()) {
            var killed = extra.submit(killer);
            ask(THREADS, 100, (thread, number) -> {
                running.countDown();
                return hold(thread * 1_000L + number, line(sku(number % 5), 1), line(sku(number % 7), 2));
            });
            killed.get();
        }

        assertThat(database.number("select count(*) from reservation where status = 'held'"))
                .isEqualTo(THREADS * 100);
        assertThat(database.number("select sum(held) from stock_level")).isEqualTo(THREADS * 100 * 3);
        assertEverythingAddsUp();
    }

    /** A product code no PostgreSQL text can hold: only the order that names it fails. */
    @Test
    void oneBadCommandDoesNotSinkItsBatch() {
        one.decide(receive("opening", line(TEA, 1_000)));
        var answers = IntStream.range(0, 50)
                .mapToObj(number -> one.submit(
                        number == 20 ? receive("bad", line(LevelKey.main("\u0000"), 1)) : hold(number, line(TEA, 1))))
                .toList();

        for (int number = 0; number < answers.size(); number++) {
            if (number == 20) {
                assertThat(answers.get(number)).failsWithin(Duration.ofSeconds(20));
            } else {
                assertThat(answers.get(number)).succeedsWithin(Duration.ofSeconds(20));
            }
        }
        assertThat(database.number("select held from stock_level")).isEqualTo(49);
    }

    @Test
    void holdsThatHaveRunOutAreFreedForWhoeverAsksNext() {
        one.decide(receive("opening", all(10)));
        LongStream.range(0, 10).forEach(order -> one.decide(hold(order, all(1))));
        clock.forward(Duration.ofMinutes(30));

        assertThat(reservation(other.decide(hold(100, line(sku(3), 10)))).status())
                .isEqualTo(Status.HELD);
        assertThat(database.number("select sum(held) from stock_level")).isEqualTo(10);
        assertEverythingAddsUp();
    }

    private void assertEverythingAddsUp() {
        assertThat(database.journal().verify(null).breaks()).as("INV-8").isEmpty();
        assertThat(database.number("""
                        select count(*) from movement
                         where on_hand < 0 or held < 0 or damaged < 0 or held + damaged > on_hand
                        """)).as("INV-7 at every step").isZero();
        assertThat(database.number("""
                        select count(*) from (
                            select reference from movement join reservation on reference = 'order/' || order_id
                             where status <> 'held' group by reference, sku having sum(held_delta) <> 0) as open
                        """)).as("INV-9").isZero();
        assertThat(database.number("""
                        select count(*) from (
                            select order_id, sku, status, sum(on_hand_delta - shortfall_delta) as left_units,
                                   max((select sum((line ->> 'quantity')::bigint) from jsonb_array_elements(lines) line
                                         where line ->> 'sku' = sku)) as quantity
                              from movement join reservation on reference = 'order/' || order_id
                             group by order_id, sku, status) as orders
                         where left_units <> case status when 'committed' then -quantity else 0 end
                        """)).as("what left is what was committed").isZero();
        assertThat(database.number("""
                        select count(*) from (
                            select sequence - row_number() over (partition by sku, location order by sequence) as gap
                              from movement) as gaps
                         where gap <> 0
                        """)).as("sequences without a gap").isZero();
    }

    private List<String> levels() {
        return database.jdbc
                .sql(
                        "select sku || ' ' || on_hand || ' ' || held || ' ' || damaged || ' ' || sequence from stock_level order by 1")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private boolean hasShipped(StockCommand.Commit shipped) {
        return database.number(
                        "select count(*) from reservation where status in ('committed', 'released') and order_id = '"
                                + shipped.orderId() + "'")
                == 1;
    }

    private StockCommand anything(SplittableRandom random) {
        if (random.nextInt(20) == 0) {
            clock.forward(Duration.ofMinutes(random.nextInt(20)));
        }
        var order = random.nextInt(200);
        // The lines follow from the order, so that a repeat is one.
        var lines = lines(new SplittableRandom(order));
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> hold(order, lines);
            case 5, 6 -> keep(order, lines);
            case 7 -> commit(order);
            case 8 -> release(order);
            case 9 -> expire(order);
            case 10 -> restock("r" + order, List.of(lines), List.of(lines[0]));
            default -> new StockCommand.Adjust(origin("adjustment/" + order), lines[0].key(), 3, null, false);
        };
    }

    private static Line[] lines(SplittableRandom random) {
        return IntStream.range(0, random.nextInt(1, 6))
                .mapToObj(number -> line(sku(random.nextInt(10)), random.nextInt(1, 4)))
                .toArray(Line[]::new);
    }

    private static Line[] all(long quantity) {
        return IntStream.range(0, 10)
                .mapToObj(number -> line(sku(number), quantity))
                .toArray(Line[]::new);
    }

    private static LevelKey sku(int number) {
        return LevelKey.main("SKU-" + number);
    }

    private List<Reservation> ask(int threads, int each, Ask ask) throws Exception {
        return askAnything(threads, each, ask).stream()
                .map(ConcurrentStockIT::reservation)
                .toList();
    }

    private List<Outcome> askAnything(int threads, int each, Ask ask) throws Exception {
        var work = IntStream.range(0, threads)
                .<Callable<List<Outcome>>>mapToObj(thread -> () -> IntStream.range(0, each)
                        .mapToObj(number -> decide(thread % 2 == 0 ? one : other, ask.command(thread, number)))
                        .toList())
                .toList();
        var outcomes = new ArrayList<Outcome>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (var done : pool.invokeAll(work)) {
                outcomes.addAll(done.get());
            }
        }
        return outcomes;
    }

    /** As a caller does it: a store that is away is asked again. */
    private static Outcome decide(GroupCommit replica, StockCommand command) {
        while (true) {
            try {
                return replica.submit(command).join();
            } catch (CompletionException failed) {
                if (!(failed.getCause() instanceof BooksUnavailable)) {
                    throw failed;
                }
            }
        }
    }

    private static Reservation reservation(Outcome outcome) {
        return ((Outcome.Reserved) outcome).reservation();
    }

    /** What a thread asks in its n-th turn. */
    private interface Ask {

        StockCommand command(int thread, int number);
    }
}
