package com.rebatesuite.inventory.commit;

import static com.rebatesuite.inventory.commit.StockFixture.MUG;
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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.inventory.level.Crossing;
import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.level.Supply;
import com.rebatesuite.inventory.level.Thresholds;
import com.rebatesuite.inventory.movement.Movement;
import com.rebatesuite.inventory.movement.Reason;
import com.rebatesuite.inventory.reservation.Line;
import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.inventory.reservation.ReservationChanged;
import com.rebatesuite.inventory.reservation.Shortage;
import com.rebatesuite.inventory.reservation.Status;
import com.rebatesuite.platform.telemetry.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of the stock, one decision after the other. */
class DecisionTest {

    private static final Duration HOLD = Duration.ofMinutes(30);

    private final InMemoryBooks books = new InMemoryBooks();
    private final Decider decider = new Decider(HOLD, StockFixture.LIMITS);
    private Instant now = Instant.parse("2026-01-05T10:15:30Z");

    @BeforeEach
    void receiveTeaAndMugs() {
        decide(receive("opening", line(TEA, 10), line(MUG, 5)));
    }

    @Test
    void holdsAllLinesForAWhile() {
        var reservation = reserved(hold(1, line(TEA, 3), line(MUG, 1)));

        assertThat(reservation)
                .isEqualTo(new Reservation(
                        order(1),
                        StockFixture.asked(line(TEA, 3), line(MUG, 1)),
                        Status.HELD,
                        now,
                        now.plus(HOLD),
                        List.of(line(MUG, 1), line(TEA, 3)),
                        List.of(),
                        null,
                        1));
        assertThat(books.level(TEA)).isEqualTo(new StockLevel(TEA, 10, 3, 0, 2));
        assertThat(books.level(MUG)).isEqualTo(new StockLevel(MUG, 5, 1, 0, 2));
        assertThat(reasons("order/" + order(1))).containsExactly(Reason.HOLD, Reason.HOLD);
        assertThat(books.changes()).containsExactly(new ReservationChanged(reservation, now));
    }

    @Test
    void holdsNothingWhenOneLineIsShortAndSaysWhatThereIs() {
        var reservation = reserved(hold(1, line(TEA, 3), line(MUG, 6)));

        assertThat(reservation.status()).isEqualTo(Status.REFUSED);
        assertThat(reservation.missing()).containsExactly(new Shortage("MUG-1", 6, 5));
        assertThat(books.level(TEA).held()).isZero();
        assertThat(reasons("order/" + order(1))).isEmpty();
    }

    @Test
    void refusesWhatWasNeverReceived() {
        var reservation = reserved(hold(1, line(LevelKey.main("NONE"), 1)));

        assertThat(reservation.missing()).containsExactly(new Shortage("NONE", 1, 0));
    }

    @Test
    void inv10_sumsEqualProductsBeforeTheCheck() {
        var reservation = reserved(hold(1, line(TEA, 6), line(TEA, 5)));

        assertThat(reservation.status()).isEqualTo(Status.REFUSED);
        assertThat(reservation.missing()).containsExactly(new Shortage("TEA-100", 11, 10));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void inv10_noMatterHowAQuantityIsSpreadOverLines(long seed) {
        var random = new SplittableRandom(seed);
        for (int order = 1; order <= 50; order++) {
            var lines = new ArrayList<Line>();
            for (int part = random.nextInt(1, 8); part > 0; part--) {
                lines.add(line(random.nextBoolean() ? TEA : MUG, random.nextInt(1, 4)));
            }
            var fits = Line.summed(lines).stream()
                    .allMatch(line -> line.quantity() <= books.level(line.key()).available());

            var reservation = reserved(hold(order, lines.toArray(Line[]::new)));

            assertThat(reservation.status()).isEqualTo(fits ? Status.HELD : Status.REFUSED);
            decide(release(order));
        }
        assertThat(books.level(TEA).held()).isZero();
    }

    @Test
    void answersARepeatedHoldWithoutHoldingMore() {
        var first = reserved(hold(1, line(TEA, 3)));
        var second = reserved(hold(1, line(TEA, 1), line(TEA, 2)));

        assertThat(second).isEqualTo(first);
        assertThat(books.level(TEA).held()).isEqualTo(3);
        assertThat(books.changes()).hasSize(1);
    }

    @Test
    void saysWhenAnOrderComesBackWithOtherLines() {
        var first = reserved(hold(1, line(TEA, 3)));

        assertThat(decide(hold(1, line(TEA, 4)))).isEqualTo(new Outcome.Differs(first));
        assertThat(books.level(TEA).held()).isEqualTo(3);
    }

    @Test
    void aRefusalStaysOneEvenWhenGoodsHaveComeIn() {
        decide(hold(1, line(TEA, 11)));
        decide(receive("more", line(TEA, 10)));

        assertThat(reserved(hold(1, line(TEA, 11))).status()).isEqualTo(Status.REFUSED);
        assertThat(books.level(TEA).held()).isZero();
    }

    @Test
    void aPaidOrderKeepsItsHoldForGood() {
        decide(hold(1, line(TEA, 3)));
        var kept = reserved(keep(1, line(TEA, 3)));
        now = now.plus(HOLD).plusSeconds(1);
        decide(expire(1));

        assertThat(kept.expiresAt()).isNull();
        assertThat(books.reservations()).containsEntry(order(1), kept);
        assertThat(books.level(TEA).held()).isEqualTo(3);
    }

    @Test
    void holdsAgainWhatRanOutBeforeItWasPaid() {
        decide(hold(1, line(TEA, 3)));
        now = now.plus(HOLD);
        decide(expire(1));
        assertThat(books.level(TEA).held()).isZero();

        var kept = reserved(keep(1, line(TEA, 3)));

        assertThat(kept.status()).isEqualTo(Status.HELD);
        assertThat(kept.expiresAt()).isNull();
        assertThat(kept.sequence()).isEqualTo(3);
        assertThat(books.level(TEA).held()).isEqualTo(3);
    }

    @Test
    void refusesAPaidOrderWhoseGoodsAreGoneMeanwhile() {
        decide(hold(1, line(TEA, 6)));
        now = now.plus(HOLD);
        decide(hold(2, line(TEA, 8)));

        var refused = reserved(keep(1, line(TEA, 6)));

        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(refused.missing()).containsExactly(new Shortage("TEA-100", 6, 2));
    }

    @Test
    void shippedGoodsLeave() {
        decide(hold(1, line(TEA, 3)));
        var committed = reserved(commit(1));

        assertThat(committed.status()).isEqualTo(Status.COMMITTED);
        assertThat(books.level(TEA)).isEqualTo(new StockLevel(TEA, 7, 0, 0, 3));
        assertThat(reserved(commit(1))).isEqualTo(committed);
        assertThat(books.level(TEA).onHand()).isEqualTo(7);
    }

    @Test
    void shipsFromWhatIsFreeWhenTheHoldHasRunOut() {
        decide(hold(1, line(TEA, 3)));
        now = now.plus(HOLD);
        decide(expire(1));

        assertThat(reserved(commit(1)).status()).isEqualTo(Status.COMMITTED);
        assertThat(books.level(TEA)).isEqualTo(new StockLevel(TEA, 7, 0, 0, 5));
        assertThat(reasons("order/" + order(1)))
                .containsExactly(Reason.HOLD, Reason.EXPIRE, Reason.HOLD, Reason.COMMIT);
    }

    @Test
    void booksNothingAndSaysSoOnceWhenMoreLeavesThanThereIs() {
        decide(hold(1, line(TEA, 6)));
        now = now.plus(HOLD);
        decide(hold(2, line(TEA, 10)));

        assertThat(reserved(commit(1)).status()).isEqualTo(Status.REFUSED);
        assertThat(reserved(commit(1)).status()).isEqualTo(Status.REFUSED);
        assertThat(books.level(TEA)).isEqualTo(new StockLevel(TEA, 10, 10, 0, 4));
        assertThat(books.changes())
                .extracting(change -> change.reservation().status())
                .containsExactly(Status.HELD, Status.EXPIRED, Status.HELD, Status.REFUSED);
    }

    @Test
    void cannotShipWhatNobodyOrdered() {
        assertThat(decide(commit(1))).isEqualTo(new Outcome.NoReservation(order(1)));
    }

    @Test
    void releasesWhatIsHeldAndTakesBackWhatHadLeft() {
        decide(hold(1, line(TEA, 3)));
        decide(hold(2, line(TEA, 4)));
        decide(commit(2));
        decide(release(1));
        decide(release(1));
        decide(release(2));

        assertThat(books.level(TEA)).isEqualTo(new StockLevel(TEA, 10, 0, 0, 6));
        assertThat(reserved(hold(1, line(TEA, 3))).status()).isEqualTo(Status.RELEASED);
    }

    @Test
    void promisesNothingToAnOrderThatHasEnded() {
        decide(release(1));

        assertThat(reserved(hold(1, line(TEA, 3))).status()).isEqualTo(Status.RELEASED);
        assertThat(reserved(keep(1, line(TEA, 3))).status()).isEqualTo(Status.RELEASED);
        assertThat(books.level(TEA).held()).isZero();
        assertThat(books.changes()).isEmpty();
    }

    @Test
    void anOrderThatEndedAfterItsHoldRanOutIsNotHeldAgain() {
        decide(hold(1, line(TEA, 3)));
        now = now.plus(HOLD);
        decide(expire(1));
        decide(release(1));

        assertThat(reserved(keep(1, line(TEA, 3))).status()).isEqualTo(Status.RELEASED);
        assertThat(books.level(TEA).held()).isZero();
    }

    @Test
    void aHoldThatHasRunOutIsNotInTheWayOfAnybody() {
        decide(hold(1, line(TEA, 6), line(MUG, 5)));
        decide(hold(2, line(TEA, 4)));
        decide(keep(2, line(TEA, 4)));
        now = now.plus(HOLD);

        assertThat(reserved(hold(3, line(TEA, 6))).status()).isEqualTo(Status.HELD);
        assertThat(books.reservations().get(order(1)))
                .extracting(Reservation::status)
                .isEqualTo(Status.EXPIRED);
        assertThat(books.level(MUG).held()).isZero();
        assertThat(books.level(TEA).held()).isEqualTo(10);
    }

    @Test
    void aHoldIsInTheWayUntilItsLastMoment() {
        decide(hold(1, line(TEA, 6)));
        now = now.plus(HOLD).minusMillis(1);

        assertThat(reserved(hold(2, line(TEA, 6))).status()).isEqualTo(Status.REFUSED);
    }

    @Test
    void returnedGoodsComeBackAndDamagedOnesAreKeptApart() {
        decide(restock("r1", List.of(line(TEA, 2), line(TEA, 1)), List.of(line(TEA, 4))));
        decide(restock("r1", List.of(line(TEA, 2), line(TEA, 1)), List.of(line(TEA, 4))));

        assertThat(books.level(TEA)).isEqualTo(new StockLevel(TEA, 17, 0, 4, 2));
        assertThat(books.level(TEA).available()).isEqualTo(13);
    }

    @Test
    void receivesOncePerCauseAndAnswersWithWhatWasBookedThen() {
        var first = decide(receive("again", line(TEA, 1), line(TEA, 2)));
        var second = decide(receive("again", line(TEA, 1), line(TEA, 2)));

        assertThat(second).isEqualTo(new Outcome.Booked(((Outcome.Booked) first).movements(), true));
        assertThat(books.level(TEA)).isEqualTo(new StockLevel(TEA, 13, 0, 0, 2));
    }

    @Test
    void adjustsWhatWasCounted() {
        decide(adjust("a", TEA, -3, 10L));

        assertThat(books.level(TEA)).isEqualTo(new StockLevel(TEA, 7, 0, 0, 2));
    }

    @Test
    void adjustsNothingThatTheOperatorSeesWrongly() {
        assertThat(decide(adjust("a", TEA, -3, 9L))).isEqualTo(new Outcome.Stale(TEA, 9, 10));
        assertThat(books.level(TEA).onHand()).isEqualTo(10);
    }

    @Test
    void adjustsNothingAwayThatIsPromised() {
        decide(hold(1, line(TEA, 8)));

        assertThat(decide(adjust("a", TEA, -3, null)))
                .isEqualTo(new Outcome.NotFree(TEA, Deltas.received(-3), books.level(TEA)));
        assertThat(books.level(TEA).onHand()).isEqualTo(10);
    }

    @Test
    void movesEverythingOrNothing() {
        var writeOff = new TreeMap<>(Map.of(MUG, Deltas.received(-1), TEA, Deltas.received(-11)));

        assertThat(decide(new StockCommand.Move(origin("w"), Reason.WRITE_OFF, writeOff, false)))
                .isEqualTo(new Outcome.NotFree(TEA, Deltas.received(-11), books.level(TEA)));
        assertThat(books.level(MUG).onHand()).isEqualTo(5);
    }

    @Test
    void inv7_sellsWhatIsThereAndSaysWhatIsNot() {
        decide(hold(1, line(TEA, 4)));

        decide(new StockCommand.Sell(origin("till/1"), List.of(line(TEA, 8))));

        assertThat(books.level(TEA)).isEqualTo(new StockLevel(TEA, 4, 4, 0, 2, Thresholds.NONE, Supply.OUT, 3));
    }

    @Test
    void settlesAShortfallWithWhatComesInNext() {
        decide(new StockCommand.Sell(origin("till/1"), List.of(line(TEA, 13))));
        decide(receive("late", line(TEA, 2)));
        assertThat(books.level(TEA)).isEqualTo(new StockLevel(TEA, 0, 0, 0, 1, Thresholds.NONE, Supply.OUT, 3));

        decide(receive("more", line(TEA, 5)));

        assertThat(books.level(TEA)).isEqualTo(new StockLevel(TEA, 4, 0, 0, 4));
    }

    @Test
    void keepsTheReasonForWhichGoodsComeInAndLeave() {
        decide(new StockCommand.Sell(origin("till/1"), Reason.WRITE_OFF, List.of(line(TEA, 13))));
        decide(new StockCommand.Receive(origin("till/2"), Reason.RESTOCK, List.of(line(TEA, 5)), false));

        assertThat(books.level(TEA)).isEqualTo(new StockLevel(TEA, 2, 0, 0, 3));
        assertThat(books.journal()).extracting(Movement::reason).endsWith(Reason.WRITE_OFF, Reason.RESTOCK);
    }

    @Test
    void settlesNoMoreThanIsShort() {
        decide(new StockCommand.Sell(origin("till/1"), List.of(line(TEA, 13))));
        var tooMuch = new TreeMap<>(Map.of(TEA, new Deltas(0, 0, 0, -4)));

        assertThat(decide(new StockCommand.Move(origin("s"), Reason.COMPENSATION, tooMuch, false)))
                .isEqualTo(new Outcome.NotFree(TEA, new Deltas(0, 0, 0, -4), books.level(TEA)));
        assertThat(books.level(TEA).shortfall()).isEqualTo(3);
    }

    @Test
    void judgesALevelByItsThresholdsFromTheMomentTheyAreSet() {
        decide(judge("1", new Thresholds(2, 10, 1), null));

        assertThat(books.level(TEA).supply()).isEqualTo(Supply.LOW);
        assertThat(books.level(TEA).onHand()).isEqualTo(10);
        assertThat(books.crossings()).containsExactly(new Crossing(books.level(TEA), Supply.OK, now));
    }

    @Test
    void judgesOtherwiseOnlyWhatTheOperatorSees() {
        var first = new Thresholds(2, 8, 1);
        decide(judge("1", first, Thresholds.NONE));

        assertThat(decide(judge("2", new Thresholds(2, 10, 1), Thresholds.NONE)))
                .isEqualTo(new Outcome.JudgedOtherwise(books.level(TEA)));
        assertThat(books.level(TEA).thresholds()).isEqualTo(first);
        decide(judge("3", new Thresholds(2, 9, 1), first));
        assertThat(books.level(TEA).thresholds()).isEqualTo(new Thresholds(2, 9, 1));
    }

    @Test
    void countsOnTopOfWhatHasMovedSince() {
        decide(hold(1, line(TEA, 3)));
        decide(count("1", TEA, -2));

        assertThat(books.level(TEA)).isEqualTo(new StockLevel(TEA, 8, 3, 0, 3));
        assertThat(books.journal().getLast().reason()).isEqualTo(Reason.COUNT);
        assertThat(decide(count("1", TEA, -2))).isInstanceOf(Outcome.Booked.class);
        assertThat(books.level(TEA).onHand()).isEqualTo(8);
        assertThat(decide(count("2", TEA, -6))).isInstanceOf(Outcome.NotFree.class);
    }

    @Test
    void aCountThatFindsNothingWrongIsKnownAsWell() {
        decide(count("1", TEA, 0));

        assertThat(books.journal().getLast().deltas()).isEqualTo(Deltas.NONE);
        assertThat(books.level(TEA).sequence()).isEqualTo(2);
    }

    /** Ten known, twelve sold: two are short. Counted are none, or three, or twelve less than were there by the books. */
    @Test
    void aCountEndsAShortfallUnlessMoreHasLeftThanWasThere() {
        decide(new StockCommand.Sell(origin("sale/1"), List.of(line(TEA, 12))));
        assertThat(books.level(TEA).shortfall()).isEqualTo(2);

        decide(count("none", TEA, 2));
        assertThat(quantities(TEA)).containsExactly(0L, 0L);
        decide(count("three", TEA, 3));
        assertThat(quantities(TEA)).containsExactly(3L, 0L);
        decide(new StockCommand.Sell(origin("sale/2"), List.of(line(TEA, 4))));
        decide(count("none were there before the last sale", TEA, -3));
        assertThat(quantities(TEA)).containsExactly(0L, 4L);
    }

    private List<Long> quantities(LevelKey key) {
        return List.of(books.level(key).onHand(), books.level(key).shortfall());
    }

    private static StockCommand.Count count(String id, LevelKey key, long correction) {
        return new StockCommand.Count(origin("count/" + id), key, correction, false);
    }

    @Test
    void adjustsOnlyWhatThereIs() {
        var none = LevelKey.main("NONE");

        assertThat(decide(adjust("a", none, 3, null))).isEqualTo(new Outcome.NoLevel(none));
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndDoesNothing() {
        var outcome = decide(new StockCommand.Receive(origin("receipt/dry"), List.of(line(TEA, 5)), true));

        assertThat(((Outcome.Booked) outcome).movements())
                .extracting(Movement::after)
                .containsExactly(new StockLevel(TEA, 15, 0, 0, 2));
        assertThat(books.level(TEA)).isEqualTo(new StockLevel(TEA, 10, 0, 0, 1));
    }

    @Test
    void aLevelCannotExistInAWrongState() {
        assertThatThrownBy(() -> new StockLevel(TEA, 5, 4, 2, 1))
                .hasMessageContaining(
                        "on hand 5, held 4, damaged 2, shortfall 0 (expected: 0 <= held + damaged <= on hand");
        assertThatThrownBy(() -> new StockLevel(TEA, -1, 0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Line(TEA, 0)).hasMessageContaining("0 (expected: 1 or more)");
        assertThatThrownBy(() -> receive("none")).hasMessageContaining("none (expected: at least one)");
    }

    @Test
    void moreUnitsThanCanBeCountedAreAFailureOfThatRequestOnly() {
        var request = Request.of(receive("max", line(TEA, Long.MAX_VALUE)), Trace.NONE);
        var other = Request.of(hold(1, line(TEA, 1)), Trace.NONE);
        batch(List.of(request, other));

        assertThat(request.answer()).isCompletedExceptionally();
        assertThat(other.answer()).isCompleted();
        assertThat(books.level(TEA).held()).isEqualTo(1);
    }

    private static StockCommand adjust(String cause, LevelKey key, long delta, @Nullable Long expected) {
        return new StockCommand.Adjust(origin("adjustment/" + cause), key, delta, expected, false);
    }

    private static StockCommand judge(String cause, Thresholds thresholds, @Nullable Thresholds expected) {
        return new StockCommand.Judge(origin("thresholds/" + cause), TEA, thresholds, expected, false);
    }

    private Reservation reserved(StockCommand command) {
        return ((Outcome.Reserved) decide(command)).reservation();
    }

    private Outcome decide(StockCommand command) {
        var request = Request.of(command, Trace.NONE);
        batch(List.of(request));
        return request.answer().join();
    }

    private void batch(List<Request> requests) {
        var batch = new Batch(decider, new Moment(now, UUID::randomUUID), requests, Meters.none());
        batch.bookIn(books);
        batch.answer();
    }

    private List<Reason> reasons(String reference) {
        return books.journal().stream()
                .filter(movement -> movement.origin().reference().equals(reference))
                .map(Movement::reason)
                .toList();
    }
}
