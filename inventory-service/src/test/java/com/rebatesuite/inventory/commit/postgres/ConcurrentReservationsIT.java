package com.rebatesuite.inventory.commit.postgres;

import static com.rebatesuite.inventory.commit.StockFixture.TEA;
import static com.rebatesuite.inventory.commit.StockFixture.USER;
import static com.rebatesuite.inventory.commit.StockFixture.commit;
import static com.rebatesuite.inventory.commit.StockFixture.expire;
import static com.rebatesuite.inventory.commit.StockFixture.hold;
import static com.rebatesuite.inventory.commit.StockFixture.line;
import static com.rebatesuite.inventory.commit.StockFixture.receive;
import static com.rebatesuite.inventory.commit.StockFixture.release;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.HoldLimits;
import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.commit.StockFixture;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.reservation.Asked;
import com.rebatesuite.inventory.reservation.Demand;
import com.rebatesuite.inventory.reservation.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places, backorders and quota with two replicas on one database. */
class ConcurrentReservationsIT {

    private static final int THREADS = 8;

    private final StockDatabase database = new StockDatabase();
    private final TestClock clock = new TestClock();

    @AfterEach
    void close() throws InterruptedException {
        database.close();
    }

    /** Orders for many products at many places, asked in any order: nothing oversold, nothing lost, nobody in a circle. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void inv7_8_9_10_severalPlacesAreNeverOversold(long seed) throws Exception {
        var replicas = replicas(StockFixture.LIMITS);
        for (int sku = 0; sku < 5; sku++) {
            for (var location : List.of("main", "north", "south")) {
                replicas.getFirst().decide(receive(sku + location, line(new LevelKey("SKU-" + sku, location), 60)));
            }
        }
        var outcomes = ask(replicas, 60, (thread, number) -> {
            var random = new SplittableRandom(seed * 1_000_000 + thread * 1_000L + number);
            var demands = new ArrayList<Demand>();
            for (int sku = 0; sku < 5; sku++) {
                demands.add(Demand.of("SKU-" + sku, random.nextInt(1, 3)));
                demands.add(Demand.of("SKU-" + sku, 1));
            }
            Collections.shuffle(demands, new Random(random.nextLong()));
            return hold(thread * 1_000L + number, new Asked(USER, demands));
        });

        var held = outcomes.stream()
                .map(outcome -> ((Outcome.Reserved) outcome).reservation())
                .filter(reservation -> reservation.status() == Status.HELD)
                .mapToLong(reservation -> reservation.asked().units())
                .sum();
        assertThat(database.number("select sum(held) from stock_level")).isEqualTo(held);
        assertThat(database.number("select max(held) from stock_level")).isEqualTo(60);
        assertEverythingAddsUp();
    }

    /** Promises, receipts, ends and departures at both replicas. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6})
    void whatIsPromisedIsWhatIsWaitedForAndNeverMoreThanTheLimit(long seed) throws Exception {
        var replicas = replicas(StockFixture.LIMITS);
        database.jdbc
                .sql("insert into backorder values ('TEA-100', 25, 0, 0, 1, now()), ('SKU-1', 10, 0, 0, 1, now())")
                .update();
        ask(
                replicas,
                60,
                (thread, number) -> anything(new SplittableRandom(seed * 1_000_000 + thread * 1_000L + number)));

        assertThat(database.number("""
                        select count(*) from backorder
                         where promised <> (select coalesce(sum((part ->> 'quantity')::bigint), 0)
                                              from reservation, jsonb_array_elements(backordered) part
                                             where part ->> 'sku' = sku)
                            or promised > quantity_limit
                        """))
                .as("promised = sum of what is waited for <= limit")
                .isZero();
        assertEverythingAddsUp();
    }

    /** Twenty at a time, and none of them twice at two replicas. */
    @Test
    void oneUserHoldsNoMoreThanTheQuotaAtTwoReplicas() throws Exception {
        var replicas = replicas(new HoldLimits(Duration.ofHours(2), 20, 1_000));
        replicas.getFirst().decide(receive("opening", line(TEA, 10_000)));

        ask(replicas, 40, (thread, number) -> hold(thread * 1_000L + number, line(TEA, 1)));
        assertThat(database.number("select count(*) from reservation where status = 'held'"))
                .isEqualTo(20);
        assertThat(database.number("select count(*) from reservation where reason = 'hold-quota'"))
                .isEqualTo(THREADS * 40 - 20);

        clock.forward(StockFixture.HOLD_FOR);
        ask(replicas, 10, (thread, number) -> hold(100_000 + thread * 1_000L + number, line(TEA, 1)));
        assertThat(database.number("select count(*) from reservation where status = 'held' and held_at is not null"
                        + " and expires_at > timestamptz '" + clock.instant() + "'"))
                .isEqualTo(20);
        assertEverythingAddsUp();
    }

    @Test
    void aPlaceThatIsClosedServesNobodyFromTheNextBatchOn() {
        var replica = replicas(StockFixture.LIMITS).getFirst();
        replica.decide(receive("opening", line(TEA, 10)));
        database.jdbc
                .sql("insert into location values ('main', 'Main', 1, false, 1, now())")
                .update();

        assertThat(((Outcome.Reserved) replica.decide(hold(1, line(TEA, 1))))
                        .reservation()
                        .status())
                .isEqualTo(Status.REFUSED);
        database.jdbc.sql("update location set sellable = true").update();
        assertThat(((Outcome.Reserved) replica.decide(hold(2, line(TEA, 1))))
                        .reservation()
                        .status())
                .isEqualTo(Status.HELD);
    }

    private StockCommand anything(SplittableRandom random) {
        if (random.nextInt(20) == 0) {
            clock.forward(Duration.ofMinutes(random.nextInt(20)));
        }
        var order = random.nextInt(150);
        var lines = new SplittableRandom(order);
        var other = LevelKey.main("SKU-1");
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> hold(order, line(TEA, lines.nextInt(1, 5)), line(other, 1));
            case 4 -> commit(order);
            case 5 -> release(order);
            case 6 -> expire(order);
            case 7 -> receive("o" + random.nextInt(), line(other, 2));
            default ->
                receive(
                        "t" + random.nextInt(),
                        line(new LevelKey("TEA-100", random.nextBoolean() ? "main" : "north"), 3));
        };
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
                             where status <> 'held' group by reference, sku, location having sum(held_delta) <> 0) as open
                        """)).as("INV-9").isZero();
    }

    private List<GroupCommit> replicas(HoldLimits limits) {
        return List.of(database.replica(clock, limits), database.replica(clock, limits));
    }

    private static List<Outcome> ask(List<GroupCommit> replicas, int each, Ask ask) throws Exception {
        var work = IntStream.range(0, THREADS)
                .<Callable<List<Outcome>>>mapToObj(thread -> () -> IntStream.range(0, each)
                        .mapToObj(number -> replicas.get(thread % 2)
                                .submit(ask.command(thread, number))
                                .join())
                        .toList())
                .toList();
        var outcomes = new ArrayList<Outcome>();
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            for (var done : pool.invokeAll(work)) {
                outcomes.addAll(done.get());
            }
        }
        return outcomes;
    }

    /** What a thread asks in its n-th turn. */
    private interface Ask {
        StockCommand command(int thread, int number);
    }
}
