package com.rebatesuite.inventory.transfer.postgres;

import static com.rebatesuite.inventory.commit.StockFixture.hold;
import static com.rebatesuite.inventory.commit.StockFixture.line;
import static com.rebatesuite.inventory.commit.StockFixture.origin;
import static com.rebatesuite.inventory.commit.StockFixture.receive;
import static com.rebatesuite.inventory.commit.StockFixture.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.inventory.commit.BooksUnavailable;
import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.Outcome;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.commit.postgres.StockDatabase;
import com.rebatesuite.inventory.commit.postgres.TestClock;
import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.inventory.movement.ReasonCode;
import com.rebatesuite.inventory.transfer.FinishTransfers;
import com.rebatesuite.inventory.transfer.Kind;
import com.rebatesuite.inventory.transfer.MoveGoods;
import com.rebatesuite.inventory.transfer.Step;
import com.rebatesuite.inventory.transfer.Transfer;
import com.rebatesuite.inventory.transfer.TransferRefused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Units are conserved: what is at the locations, in transit and lost is always the same. Seen red with the rest of a
 * transfer counted by what is booked only: what one has planned, another plans again.
 */
class ConcurrentTransfersIT {

    private static final int THREADS = 8;
    private static final long ALL = 400;
    private static final LevelKey HERE = new LevelKey("TEA-100", "main");
    private static final LevelKey THERE = new LevelKey("TEA-100", "north");

    private final StockDatabase database = new StockDatabase();
    private final TestClock clock = new TestClock();
    private final GroupCommit one = database.replica(clock);
    private final GroupCommit other = database.replica(clock);
    private final PostgresTransfers transfers = new PostgresTransfers(database.jdbc, database.transactions());
    private final MoveGoods moveGoods = new MoveGoods(transfers, one);
    private final MoveGoods elsewhere = new MoveGoods(transfers, other);
    private final FinishTransfers finish = new FinishTransfers(transfers, moveGoods, clock, new SimpleMeterRegistry());

    @BeforeEach
    void receiveAll() {
        one.decide(receive("opening", line(HERE, ALL)));
    }

    @AfterEach
    void close() throws InterruptedException {
        database.close();
    }

    @Test
    void goodsLeaveTravelAndArriveInParts() {
        var sent = sent("send", 10);
        assertThat(sent.inTransit()).containsExactly(Map.entry("TEA-100", 10L));
        assertThat(new PostgresIncoming(database.jdbc).of(List.of("TEA-100", "MUG-1")))
                .containsExactly(Map.entry(THERE, 10L));
        moveGoods.move(sent.id(), step("first", Kind.RECEIVE, 6));
        moveGoods.move(sent.id(), step("first", Kind.RECEIVE, 6));
        assertThatThrownBy(() -> moveGoods.move(sent.id(), step("second", Kind.RECEIVE, 5)))
                .isInstanceOf(TransferRefused.class)
                .hasMessage("in transit of TEA-100: 4 (expected: at least 5)");
        moveGoods.move(sent.id(), step("lost", Kind.LOSE, 1));
        var back = moveGoods.move(sent.id(), step("rest", Kind.RETURN, 0)).transfer();

        assertThat(back.isOpen()).isFalse();
        assertThat(back.units(Kind.RETURN, "TEA-100")).isEqualTo(3);
        assertThat(transfers.page(false, new UUID(-1, -1), 10)).containsExactly(back);
        assertThat(onHand(HERE)).isEqualTo(ALL - 7);
        assertThat(onHand(THERE)).isEqualTo(6);
        assertThat(new PostgresIncoming(database.jdbc).of(List.of("TEA-100"))).isEmpty();
        assertThatThrownBy(() -> moveGoods.move(sent.id(), step("more", Kind.RETURN, 0)))
                .hasMessageContaining("nothing any more");
        assertThatThrownBy(() -> moveGoods.move(UUID.randomUUID(), step("x", Kind.RETURN, 0)))
                .hasMessageContaining("there is no transfer");
        assertConserved();
    }

    @Test
    void whatIsPromisedIsNotSentAndTheSameRequestMayComeAgainLater() {
        one.decide(hold(1, line(HERE, ALL)));
        var refused = moveGoods.send(transfer("send", 10));
        assertThat(refused.outcome()).isInstanceOf(Outcome.NotFree.class);
        assertThat(database.number("select count(*) from transfer")).isZero();
        assertThat(moveGoods.trySending(transfer("dry", 10)).outcome()).isInstanceOf(Outcome.NotFree.class);

        one.decide(release(1));
        assertThat(moveGoods.trySending(transfer("dry", 10)).transfer().inTransit())
                .containsEntry("TEA-100", 10L);
        assertThat(onHand(HERE)).isEqualTo(ALL);
        assertThat(sent("send", 10).inTransit()).containsEntry("TEA-100", 10L);
        assertConserved();
    }

    /** Planned, and killed before it was booked: nothing is in transit until somebody finishes it, and then once. */
    @Test
    void inv5_whatWasPlannedIsBookedOnceByWhoeverComesFirst() {
        var planned = transfer("send", 10);
        transfers.planNow(planned);
        assertThat(transfers.of(planned.id()).orElseThrow().inTransit()).isEmpty();
        assertThatThrownBy(() -> moveGoods.move(planned.id(), step("early", Kind.RECEIVE, 1)))
                .hasMessageContaining("is not sent yet");
        assertConserved();

        finish.finish();
        assertThat(onHand(HERE)).as("somebody may still be at it").isEqualTo(ALL);
        clock.forward(Duration.ofMinutes(2));
        finish.finish();
        finish.finish();
        assertThat(onHand(HERE)).isEqualTo(ALL - 10);
        assertThat(sent("send", 10).id()).isEqualTo(planned.id());

        transfers.planNow(planned.id(), transfer -> transfer.with(step("all", Kind.RECEIVE, 10)));
        assertThat(transfers.of(planned.id()).orElseThrow().inTransit()).containsEntry("TEA-100", 10L);
        assertThatThrownBy(() -> moveGoods.move(planned.id(), step("twice", Kind.RECEIVE, 1)))
                .hasMessageContaining("nothing any more");
        clock.forward(Duration.ofMinutes(2));
        finish.finish();
        assertThat(onHand(THERE)).isEqualTo(10);
        assertThat(transfers.of(planned.id()).orElseThrow().isOpen()).isFalse();
        assertThat(transfers.unfinished(clock.instant(), 10)).isEmpty();
        assertConserved();
    }

    /** Refused and forgotten: whoever still has the old step in his hands cannot book it any more. */
    @Test
    void whatIsForgottenCannotBeBookedAnyMore() {
        one.decide(hold(1, line(HERE, ALL)));
        var planned = transfer("send", 10);
        transfers.planNow(planned);
        var late = transfers.of(planned.id()).orElseThrow();
        clock.forward(Duration.ofMinutes(2));
        finish.finish();
        assertThat(transfers.of(planned.id())).isEmpty();

        one.decide(release(1));
        var cause = "transfer/" + late.id() + "/send";
        var deltas = new TreeMap<>(Map.of(HERE, new Deltas(-10, 0, 0)));
        assertThat(other.decide(new StockCommand.Move(origin(cause), Reason.TRANSFER_OUT, deltas, false)))
                .isEqualTo(new Outcome.Booked(List.of(), true));
        assertThat(onHand(HERE)).isEqualTo(ALL);
        assertConserved();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void unitsAreConservedWhateverIsAsked(long seed) throws Exception {
        everybody(seed, new CountDownLatch(0));

        clock.forward(Duration.ofMinutes(2));
        finish.finish();
        assertConserved();
        assertThat(database.journal().verify(null).breaks()).as("INV-8").isEmpty();
        assertThat(database.number("select count(*) from transfer where not open"))
                .isPositive();
        assertThat(transfers.unfinished(clock.instant(), 10)).isEmpty();
    }

    @Test
    void unitsAreConservedWhenTheDatabaseIsKilled() throws Exception {
        var running = new CountDownLatch(60);
        try (var extra = Executors.newSingleThreadExecutor()) {
            var killed = extra.submit(() -> {
                assertThat(running.await(1, TimeUnit.MINUTES)).isTrue();
                Backends.postgres().kill();
                Backends.postgres().start();
                return null;
            });
            everybody(7, running);
            killed.get();
        }

        clock.forward(Duration.ofMinutes(2));
        finish.finish();
        assertConserved();
        assertThat(database.journal().verify(null).breaks()).as("INV-8").isEmpty();
        assertThat(transfers.unfinished(clock.instant(), 10)).isEmpty();
    }

    /** Everybody sends, receives, loses and cancels, also the transfers of others, and sometimes once more. */
    private void everybody(long seed, CountDownLatch asked) throws Exception {
        var ids = new ConcurrentHashMap<Integer, UUID>();
        var work = new ArrayList<Callable<Void>>();
        for (int thread = 0; thread < THREADS; thread++) {
            var random = new SplittableRandom(seed * 1_000 + thread);
            var replica = thread % 2 == 0 ? moveGoods : elsewhere;
            work.add(() -> {
                for (int number = 0; number < 40; number++) {
                    asked.countDown();
                    int about = random.nextInt(20);
                    var request = "request " + random.nextInt(120);
                    untilAnswered(() -> anything(replica, random.nextInt(6), about, request, ids));
                }
                return null;
            });
        }
        work.add(() -> {
            for (int number = 0; number < 20; number++) {
                untilAnswered(this::assertConserved);
            }
            return null;
        });
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }

    private void anything(MoveGoods replica, int what, int about, String request, Map<Integer, UUID> ids) {
        var id = ids.get(about);
        if (id == null || what == 0) {
            var sent = replica.send(transfer("send " + about, 1 + about % 7));
            ids.put(about, sent.transfer().id());
            return;
        }
        try {
            replica.move(
                    id,
                    switch (what) {
                        case 1 -> step(request + "lose", Kind.LOSE, 1);
                        case 2 -> step(request + "cancel", Kind.RETURN, 0);
                        default -> step(request, Kind.RECEIVE, 1 + about % 3);
                    });
        } catch (TransferRefused gone) {
            assertThat(gone.why()).isNotEqualTo(TransferRefused.Why.UNKNOWN);
        }
    }

    /** As a caller does it: a store that is away is asked again. */
    private static void untilAnswered(Runnable work) {
        while (true) {
            try {
                work.run();
                return;
            } catch (BooksUnavailable | DataAccessException | TransactionException away) {
                Thread.onSpinWait();
            }
        }
    }

    /** In one statement, that is at one moment, also while everybody is at it. */
    private void assertConserved() {
        assertThat(database.number("""
                        select (select sum(on_hand) from stock_level)
                             + coalesce((select sum(case kind when 'send' then quantity when 'lose' then 0 else -quantity end)
                                  from transfer_step join transfer_unit using (transfer_id, request)
                                  join booked_cause on cause = 'transfer/' || transfer_id || '/' || request), 0)
                        """)).isEqualTo(ALL);
        assertThat(database.number("""
                        select count(*) from (
                            select from transfer_step join transfer_unit using (transfer_id, request)
                             where kind = 'lose' or exists (select from booked_cause
                                    where cause = 'transfer/' || transfer_id || '/' || request)
                             group by transfer_id, sku
                            having sum(case kind when 'send' then quantity else -quantity end) < 0) as overdrawn
                        """)).as("more has arrived than was sent").isZero();
    }

    private Transfer sent(String request, long units) {
        var sent = moveGoods.send(transfer(request, units));
        assertThat(sent.outcome()).isInstanceOf(Outcome.Booked.class);
        return sent.transfer();
    }

    private Transfer transfer(String request, long units) {
        return new Transfer(
                UUID.randomUUID(),
                "main",
                "north",
                "truck/1",
                "olga",
                clock.instant(),
                List.of(step(request, Kind.SEND, units)));
    }

    /** All the rest when there are no units. */
    private Step step(String request, Kind kind, long units) {
        var lines = new TreeMap<String, Long>();
        if (units > 0) {
            lines.put("TEA-100", units);
        }
        var code = kind == Kind.LOSE ? ReasonCode.LOST : null;
        return new Step(request, kind, lines, "olga", code, null, clock.instant(), false);
    }

    private long onHand(LevelKey key) {
        return database.number("select on_hand from stock_level where location = '" + key.location() + "'");
    }
}
