package com.rebatesuite.inventory.commit;

import static com.rebatesuite.inventory.commit.StockFixture.HOLD_FOR;
import static com.rebatesuite.inventory.commit.StockFixture.MUG;
import static com.rebatesuite.inventory.commit.StockFixture.TEA;
import static com.rebatesuite.inventory.commit.StockFixture.USER;
import static com.rebatesuite.inventory.commit.StockFixture.asked;
import static com.rebatesuite.inventory.commit.StockFixture.commit;
import static com.rebatesuite.inventory.commit.StockFixture.demand;
import static com.rebatesuite.inventory.commit.StockFixture.expire;
import static com.rebatesuite.inventory.commit.StockFixture.hold;
import static com.rebatesuite.inventory.commit.StockFixture.keep;
import static com.rebatesuite.inventory.commit.StockFixture.line;
import static com.rebatesuite.inventory.commit.StockFixture.order;
import static com.rebatesuite.inventory.commit.StockFixture.origin;
import static com.rebatesuite.inventory.commit.StockFixture.receive;
import static com.rebatesuite.inventory.commit.StockFixture.release;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.location.Place;
import com.rebatesuite.inventory.reservation.Asked;
import com.rebatesuite.inventory.reservation.Backordered;
import com.rebatesuite.inventory.reservation.Demand;
import com.rebatesuite.inventory.reservation.RefusalReason;
import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.inventory.reservation.Shortage;
import com.rebatesuite.inventory.reservation.Status;
import com.rebatesuite.inventory.reservation.StockPolicy;
import com.rebatesuite.platform.telemetry.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places, policies, backorders, quota and time of reservations, one decision after the other. */
class ReservationDecisionTest {

    private static final LevelKey TEA_NORTH = new LevelKey("TEA-100", "north");
    private static final HoldLimits LIMITS = new HoldLimits(Duration.ofHours(2), 3, 50);

    private final InMemoryBooks books = new InMemoryBooks();
    private final Decider decider = new Decider(HOLD_FOR, LIMITS);
    private Instant now = Instant.parse("2026-01-05T10:15:30Z");

    @BeforeEach
    void receiveTea() {
        decide(receive("opening", line(TEA, 10)));
    }

    @Test
    void holdsWhereTheGoodsAre() {
        decide(receive("north", line(TEA_NORTH, 5)));

        var held = reserved(hold(1, line(TEA, 12)));

        assertThat(held.lines()).containsExactly(line(TEA, 10), line(TEA_NORTH, 2));
        assertThat(reserved(hold(1, line(TEA, 12)))).isEqualTo(held);
        assertThat(books.level(TEA_NORTH).held()).isEqualTo(2);
    }

    @Test
    void anotherAllocationOfTheSameDemandIsStillTheSameQuestion() {
        var held = reserved(hold(1, line(TEA, 2)));
        books.list(new Place("north", 1, true));
        decide(receive("north", line(TEA_NORTH, 5)));

        assertThat(reserved(hold(1, line(TEA, 2)))).isEqualTo(held);
        assertThat(decide(hold(1, new Asked(USER, List.of(new Demand("TEA-100", "main", 2))))))
                .isEqualTo(new Outcome.Differs(held));
    }

    @Test
    void takesNothingFromAPlaceThatIsNotSellable() {
        books.list(new Place("north", 1, false));
        decide(receive("north", line(TEA_NORTH, 5)));

        assertThat(reserved(hold(1, line(TEA, 11))).missing()).containsExactly(new Shortage("TEA-100", 11, 10));
        var named = new Asked(USER, List.of(new Demand("TEA-100", "north", 1)));
        assertThat(reserved(hold(2, named)).missing()).containsExactly(new Shortage("TEA-100", 1, 0));
    }

    @Test
    void inv10_aNamedAndAnUnnamedDemandAreCheckedTogether() {
        decide(receive("north", line(TEA_NORTH, 5)));
        var both = List.of(new Demand("TEA-100", "north", 5), demand(TEA, 11));

        assertThat(reserved(hold(1, new Asked(USER, both))).missing()).containsExactly(new Shortage("TEA-100", 11, 10));
    }

    @Test
    void returnedGoodsGoBackToWhereTheyCameFrom() {
        books.list(new Place("north", 1, true));
        decide(receive("north", line(TEA_NORTH, 5)));
        decide(hold(1, line(TEA, 2)));
        decide(commit(1));

        decide(new StockCommand.TakeBack(
                origin("return/1"), order(1), List.of(demand(TEA, 1)), List.of(demand(TEA, 1))));
        decide(new StockCommand.TakeBack(origin("return/2"), order(9), List.of(demand(TEA, 1)), List.of()));

        assertThat(books.level(TEA_NORTH)).isEqualTo(new StockLevel(TEA_NORTH, 5, 0, 1, 4));
        assertThat(books.level(TEA).onHand()).isEqualTo(11);
    }

    @Test
    void anOrderThatWantsNothingOfTheStockMovesNothing() {
        var none = new Asked(USER, List.of(demand(TEA, 100)), StockPolicy.NONE, false);

        assertThat(reserved(hold(1, none)).status()).isEqualTo(Status.HELD);
        assertThat(reserved(commit(1)).status()).isEqualTo(Status.COMMITTED);
        decide(new StockCommand.TakeBack(origin("return/1"), order(1), List.of(demand(TEA, 1)), List.of()));
        decide(release(1));

        assertThat(books.level(TEA)).isEqualTo(new StockLevel(TEA, 10, 0, 0, 1));
        assertThat(books.changes()).hasSize(3);
    }

    @Test
    void aTrackedOrderIsCountedOutWhenItLeavesAndNeverRefused() {
        var tracked = new Asked(USER, List.of(demand(TEA, 12)), StockPolicy.TRACK, false);

        assertThat(reserved(hold(1, tracked)).status()).isEqualTo(Status.HELD);
        assertThat(books.level(TEA).held()).isZero();
        decide(commit(1));
        assertThat(books.level(TEA).onHand()).isZero();
        assertThat(books.level(TEA).shortfall()).isEqualTo(2);

        decide(release(1));
        assertThat(books.level(TEA).onHand()).isEqualTo(10);
        assertThat(books.level(TEA).shortfall()).isZero();
    }

    @Test
    void promisesWhatIsStillToComeUpToTheLimit() {
        books.allow("TEA-100", 5);

        var held = reserved(hold(1, line(TEA, 13)));
        var refused = reserved(hold(2, line(TEA, 3)));

        assertThat(held.lines()).containsExactly(line(TEA, 10));
        assertThat(held.backordered()).containsExactly(new Backordered("TEA-100", 3, 1));
        assertThat(refused.missing()).containsExactly(new Shortage("TEA-100", 3, 0));
        assertThat(books.backorder("TEA-100").promised()).isEqualTo(3);
    }

    @Test
    void nobodyOvertakesThoseWhoWait() {
        books.allow("TEA-100", 20);
        decide(hold(1, line(TEA, 12)));
        decide(hold(2, line(TEA, 4)));

        // In one batch, the new one first and last.
        var outcomes = batch(hold(3, line(TEA, 18)), receive("more", line(TEA, 3)), hold(4, line(TEA, 15)));

        assertThat(outcomes)
                .extracting(
                        outcome -> ((Outcome.Reserved) outcome).reservation().status())
                .containsExactly(Status.REFUSED, Status.REFUSED);
        assertThat(reservation(1).backordered()).isEmpty();
        assertThat(reservation(1).lines()).containsExactly(line(TEA, 12));
        assertThat(reservation(2).backordered()).containsExactly(new Backordered("TEA-100", 3, 2));
        assertThat(books.backorder("TEA-100").promised()).isEqualTo(3);
        assertThat(books.level(TEA)).isEqualTo(new StockLevel(TEA, 13, 13, 0, 5));
    }

    @Test
    void aPromiseComesTrueInAnyPlaceAndInSeveralParts() {
        books.allow("TEA-100", 20);
        decide(hold(1, line(TEA, 15)));

        decide(receive("1", line(TEA_NORTH, 2)));
        decide(receive("2", line(TEA, 2)));
        decide(receive("3", line(TEA, 2)));

        assertThat(reservation(1).lines()).containsExactly(line(TEA, 13), line(TEA_NORTH, 2));
        assertThat(reservation(1).backordered()).isEmpty();
        assertThat(books.level(TEA).available()).isEqualTo(1);
        assertThat(books.changes()).hasSize(4);
    }

    @Test
    void whoeverGivesUpGivesThePromiseBack() {
        books.allow("TEA-100", 5);
        decide(hold(1, line(TEA, 12)));
        decide(hold(2, line(TEA, 3)));

        decide(release(1));
        now = now.plus(HOLD_FOR);
        decide(expire(2));

        assertThat(books.backorder("TEA-100").promised()).isZero();
        assertThat(books.level(TEA).held()).isZero();
    }

    @Test
    void goodsThatComeInAreNotGivenToAHoldThatHasRunOut() {
        books.allow("TEA-100", 5);
        decide(hold(1, line(TEA, 12)));
        now = now.plus(HOLD_FOR);

        decide(receive("more", line(TEA, 1)));

        assertThat(reservation(1).status()).isEqualTo(Status.EXPIRED);
        assertThat(books.level(TEA)).isEqualTo(new StockLevel(TEA, 11, 0, 0, 4));
    }

    @Test
    void whatIsStillToComeCannotLeaveButMayHaveLeft() {
        books.allow("TEA-100", 5);
        var held = reserved(hold(1, line(TEA, 12)));

        assertThat(decide(new StockCommand.Commit(order(1), "test", false)))
                .isEqualTo(new Outcome.Lacking(held, List.of(new Shortage("TEA-100", 2, 0))));
        assertThat(reserved(commit(1)).status()).isEqualTo(Status.COMMITTED);

        assertThat(books.level(TEA).onHand()).isZero();
        assertThat(books.level(TEA).shortfall()).isEqualTo(2);
        assertThat(books.backorder("TEA-100").promised()).isZero();
    }

    @Test
    void nobodyHoldsMoreThanTheQuotaUnpaid() {
        decide(receive("much", line(TEA, 1_000)));
        for (int number = 1; number <= 3; number++) {
            assertThat(reserved(hold(number, line(TEA, 1))).status()).isEqualTo(Status.HELD);
        }

        var refused = Objects.requireNonNull(reserved(hold(4, line(TEA, 1))).refusal());
        assertThat(refused.reason()).isEqualTo(RefusalReason.HOLD_QUOTA);
        assertThat(refused.missing()).containsExactly(new Shortage("TEA-100", 1, 1_007));
        assertThat(reserved(hold(5, exempt(51))).status()).isEqualTo(Status.HELD);

        decide(keep(1, line(TEA, 1)));
        assertThat(reserved(hold(6, line(TEA, 49))).refusal()).isNotNull();
        assertThat(reserved(hold(7, line(TEA, 48))).status()).isEqualTo(Status.HELD);
    }

    @Test
    void aHoldThatHasRunOutDoesNotCountAnyMore() {
        for (int number = 1; number <= 3; number++) {
            decide(hold(number, line(TEA, 1)));
        }
        now = now.plus(HOLD_FOR);

        assertThat(reserved(hold(4, line(TEA, 1))).status()).isEqualTo(Status.HELD);
    }

    @Test
    void theQuotaIsCountedWithinABatchToo() {
        var outcomes = batch(
                hold(1, line(TEA, 1)),
                hold(2, line(TEA, 1)),
                release(1),
                hold(3, line(TEA, 1)),
                hold(4, line(TEA, 1)),
                hold(5, line(TEA, 1)));

        assertThat(outcomes)
                .extracting(
                        outcome -> ((Outcome.Reserved) outcome).reservation().status())
                .containsExactly(Status.HELD, Status.HELD, Status.RELEASED, Status.HELD, Status.HELD, Status.REFUSED);
    }

    @Test
    void aHoldIsExtendedButNotForEverAndNeverShortened() {
        decide(hold(1, line(TEA, 1)));
        var later = now.plus(Duration.ofHours(2));

        assertThat(reserved(new StockCommand.Extend(order(1), later)).expiresAt())
                .isEqualTo(later);
        assertThat(reserved(new StockCommand.Extend(order(1), now)).expiresAt()).isEqualTo(later);
        assertThat(decide(new StockCommand.Extend(order(1), later.plusMillis(1))))
                .isEqualTo(new Outcome.TooLong(reservation(1), later));
        now = later.minusMillis(1);
        assertThat(reserved(expire(1)).status()).isEqualTo(Status.HELD);
    }

    @Test
    void onlyALiveHoldIsExtended() {
        var later = now.plus(Duration.ofHours(1));
        decide(hold(1, line(TEA, 1)));
        decide(keep(1, line(TEA, 1)));
        decide(hold(2, line(TEA, 1)));
        now = now.plus(HOLD_FOR);

        assertThat(decide(new StockCommand.Extend(order(1), later))).isInstanceOf(Outcome.NotExtendable.class);
        assertThat(decide(new StockCommand.Extend(order(2), later))).isInstanceOf(Outcome.NotExtendable.class);
        assertThat(decide(new StockCommand.Extend(order(3), later))).isEqualTo(new Outcome.NoReservation(order(3)));
    }

    @Test
    void aLateCommitTakesTheGoodsAgainOrSaysWhatIsShort() {
        decide(hold(1, line(TEA, 6)));
        now = now.plus(HOLD_FOR);
        decide(expire(1));
        decide(hold(2, line(TEA, 5)));
        var asked = new StockCommand.Commit(order(1), "test", false);

        assertThat(decide(asked))
                .isEqualTo(new Outcome.Lacking(reservation(1), List.of(new Shortage("TEA-100", 6, 5))));
        decide(release(2));
        assertThat(reserved(asked).status()).isEqualTo(Status.COMMITTED);
        assertThat(books.level(TEA).onHand()).isEqualTo(4);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverHappensWhatIsPromisedIsWhatIsWaitedFor(long seed) {
        var random = new SplittableRandom(seed);
        books.allow("TEA-100", 8);
        books.allow("MUG-1", 3);
        for (int round = 0; round < 400; round++) {
            now = now.plusSeconds(random.nextInt(60));
            decide(anything(random, round));
            for (var sku : List.of("TEA-100", "MUG-1")) {
                var waited = books.reservations().values().stream()
                        .flatMap(reservation -> reservation.backordered().stream())
                        .filter(part -> part.sku().equals(sku))
                        .mapToLong(Backordered::quantity)
                        .sum();
                assertThat(books.backorder(sku).promised())
                        .as("round %s", round)
                        .isEqualTo(waited);
                assertThat(waited).isLessThanOrEqualTo(books.backorder(sku).limit());
            }
            assertThat(books.level(TEA).held() + books.level(TEA_NORTH).held()).isEqualTo(held("TEA-100"));
        }
    }

    private long held(String sku) {
        return books.reservations().values().stream()
                .filter(reservation -> reservation.status() == Status.HELD)
                .flatMap(reservation -> reservation.lines().stream())
                .filter(line -> line.key().sku().equals(sku))
                .mapToLong(line -> line.quantity())
                .sum();
    }

    private static StockCommand anything(SplittableRandom random, int round) {
        var order = random.nextInt(40);
        var lines = new SplittableRandom(order);
        var tea = line(TEA, lines.nextInt(1, 5));
        var mug = line(MUG, lines.nextInt(1, 3));
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> hold(order, new Asked(USER, asked(tea, mug).demands(), StockPolicy.HOLD, true));
            case 3 -> keep(order, tea, mug);
            case 4 -> commit(order);
            case 5 -> release(order);
            case 6 -> receive("r" + round, line(random.nextBoolean() ? TEA : TEA_NORTH, 2), line(MUG, 1));
            default -> expire(order);
        };
    }

    private static Asked exempt(long units) {
        return new Asked(USER, List.of(demand(TEA, units)), StockPolicy.HOLD, true);
    }

    private Reservation reservation(long order) {
        return Objects.requireNonNull(books.reservations().get(order(order)));
    }

    private Reservation reserved(StockCommand command) {
        return ((Outcome.Reserved) decide(command)).reservation();
    }

    private Outcome decide(StockCommand command) {
        var request = Request.of(command, Trace.NONE);
        book(List.of(request));
        return request.answer().join();
    }

    /** What orders are answered when all of it is decided together. */
    private List<Outcome> batch(StockCommand... commands) {
        var requests = Stream.of(commands)
                .map(command -> Request.of(command, Trace.NONE))
                .toList();
        book(requests);
        return requests.stream()
                .filter(request -> request.command() instanceof StockCommand.OfOrder)
                .map(request -> request.answer().join())
                .toList();
    }

    private void book(List<Request> requests) {
        var batch = new Batch(decider, new Moment(now, UUID::randomUUID), requests, Meters.none());
        batch.bookIn(books);
        batch.answer();
    }
}
