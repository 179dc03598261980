package com.rebatesuite.rebate.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.rebatesuite.rebate.earning.Basket;
import com.rebatesuite.rebate.earning.BasketLine;
import com.rebatesuite.rebate.earning.Coupon;
import com.rebatesuite.rebate.rule.Amount;
import com.rebatesuite.rebate.rule.Caps;
import com.rebatesuite.rebate.rule.Conditions;
import com.rebatesuite.rebate.rule.Reward;
import com.rebatesuite.rebate.rule.RuleFixture;
import com.rebatesuite.rebate.rule.RuleTerms;
import com.rebatesuite.rebate.rule.Scope;
import com.rebatesuite.rebate.simulation.Fact.Amended;
import com.rebatesuite.rebate.simulation.Fact.Booked;
import com.rebatesuite.rebate.simulation.Fact.Cancelled;
import com.rebatesuite.rebate.simulation.Fact.ClaimFiled;
import com.rebatesuite.rebate.simulation.Fact.ClaimGranted;
import com.rebatesuite.rebate.simulation.Fact.CouponExpired;
import com.rebatesuite.rebate.simulation.Fact.CouponIssued;
import com.rebatesuite.rebate.simulation.Fact.Paid;
import com.rebatesuite.rebate.simulation.Fact.Purchase;
import com.rebatesuite.rebate.simulation.Fact.Rejected;
import com.rebatesuite.rebate.simulation.Fact.Returned;
import com.rebatesuite.rebate.simulation.Fact.Unreadable;
import com.rebatesuite.rebate.simulation.Outcome.Budget;
import com.rebatesuite.rebate.simulation.Outcome.Change;
import com.rebatesuite.rebate.simulation.Outcome.Crowd;
import com.rebatesuite.rebate.simulation.Outcome.Day;
import com.rebatesuite.rebate.simulation.Outcome.LeftOut;
import com.rebatesuite.rebate.simulation.Outcome.Point;
import com.rebatesuite.rebate.simulation.Outcome.Total;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final Instant FIRST = Instant.parse("2026-01-05T00:00:00Z");
    private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");

    @Test
    void saysWhatEachDayWouldHaveCostBesideWhatWasGiven() {
        var outcome = tried(
                percent(500, null),
                paid("alice", "o-1", 0, 1_000),
                paid("bob", "o-2", 1, 2_000),
                new Booked("o-1", 30),
                new Booked("o-2", 200));

        assertThat(outcome)
                .isEqualTo(new Outcome(
                        List.of(new Total("GBP", 2, 150, 230)),
                        List.of(new Day(MONDAY, "GBP", 1, 50, 30), new Day(MONDAY.plusDays(1), "GBP", 1, 100, 200)),
                        new Crowd(1, List.of(new Change("alice", "GBP", 50, 30))),
                        new Crowd(1, List.of(new Change("bob", "GBP", 100, 200))),
                        null,
                        outcome.leftOut()));
    }

    @Test
    void takesReturnsAndCancellationsBackOnBothSides() {
        var outcome = tried(
                percent(500, null),
                paid("alice", "o-1", 0, 1_000),
                new Returned("o-1", "r-1", Map.of(1, 1)),
                paid("alice", "o-2", 0, 1_000),
                new Cancelled("o-2"),
                new Booked("o-1", 30),
                new Booked("o-1", -15));

        assertThat(outcome.totals()).containsExactly(new Total("GBP", 2, 25, 15));
    }

    @Test
    void countsOnlyOrdersOfThePeriodAndEachOnce() {
        var outcome = tried(
                percent(500, null),
                paid("alice", "before", -1, 1_000),
                paid("alice", "o-1", 0, 1_000),
                paid("alice", "o-1", 0, 1_000),
                paid("alice", "after", 2, 1_000),
                new Booked("before", 99));

        assertThat(outcome.totals()).containsExactly(new Total("GBP", 1, 50, 0));
    }

    @Test
    void knowsOfShoppersWhatTheyDidBeforeThePeriod() {
        var forTheNew = new RuleTerms(
                "welcome",
                new Scope(null, null, null),
                new Reward.Percent(1_000, List.of()),
                new Conditions(null, true, false),
                new Caps(null, null, null, null, null),
                null,
                0,
                false,
                FIRST,
                null,
                true);

        var outcome = tried(
                forTheNew,
                paid("alice", "before", -1, 1_000),
                paid("alice", "o-1", 0, 1_000),
                paid("bob", "o-2", 0, 1_000));

        assertThat(outcome.winners()).isEqualTo(new Crowd(1, List.of(new Change("bob", "GBP", 100, 0))));
    }

    @Test
    void inv14_drawsTheCurveOfABudgetAndNeverBeyondIt() {
        var outcome = tried(
                percent(1_000, 150L),
                paid("alice", "o-1", 0, 1_000),
                paid("bob", "o-2", 1, 1_000),
                paid("carol", "o-3", 1, 1_000));

        assertThat(outcome.budget())
                .isEqualTo(new Budget(
                        "GBP",
                        150,
                        150,
                        MONDAY.plusDays(1),
                        List.of(new Point(MONDAY, 100), new Point(MONDAY.plusDays(1), 150))));
        assertThat(outcome.totals()).containsExactly(new Total("GBP", 3, 150, 0));
    }

    @Test
    void refusesAPeriodWithMoreOrdersThanItMayKeep() {
        var trial = new Trial(experiment(percent(500, null)), List.of(), bounds(1, 100));
        trial.take(paid("alice", "o-1", 0, 1_000));

        assertThatExceptionOfType(TooMuchToTry.class)
                .isThrownBy(() -> trial.take(paid("alice", "o-2", 0, 1_000)))
                .withMessage("the period has more than 1 orders (expected: a shorter period)");
    }

    @Test
    void refusesAPastWithMoreShoppersThanItMayKnow() {
        var trial = new Trial(experiment(percent(500, null)), List.of(), bounds(100, 1));
        trial.take(paid("alice", "o-1", -9, 1_000));

        assertThatExceptionOfType(TooMuchToTry.class)
                .isThrownBy(() -> trial.take(paid("bob", "o-2", -9, 1_000)))
                .withMessage(
                        "up to the end of the period more than 1 shoppers had ordered (expected: an earlier period)");
    }

    @Test
    void takesEachReturnOnceAndNoneOfMoreThanWasSold() {
        var outcome = tried(
                percent(500, null),
                paid("alice", "o-1", 0, 1_000),
                new Returned("o-1", "too-many", Map.of(1, 3)),
                new Returned("o-1", "of-no-line", Map.of(1, 1, 2, 1)),
                new Returned("o-1", "r-1", Map.of(1, 1)),
                new Returned("o-1", "r-1", Map.of(1, 1)));

        assertThat(outcome.totals()).containsExactly(new Total("GBP", 1, 25, 0));
    }

    @Test
    void followsAmendmentsWhetherTheyComeBeforeOrAfterAReturn() {
        var amended = new Amended("o-1", "a-1", Map.of(1, pounds(600)));
        var returned = new Returned("o-1", "r-1", Map.of(1, 1));
        var paid = paid("alice", "o-1", 0, 1_000);

        assertThat(tried(percent(500, null), paid, amended, amended).totals())
                .containsExactly(new Total("GBP", 1, 30, 0));
        assertThat(tried(percent(500, null), paid, amended, returned).totals())
                .containsExactly(new Total("GBP", 1, 15, 0));
        assertThat(tried(percent(500, null), paid, returned, amended).totals())
                .containsExactly(new Total("GBP", 1, 15, 0));
    }

    @Test
    void takesAnAmendmentWhollyOrNotAtAll() {
        var outcome = tried(
                percent(500, null),
                paid("alice", "o-1", 0, 1_000),
                new Amended("o-1", "of-no-line", Map.of(1, pounds(600), 2, pounds(600))),
                new Amended("o-1", "in-another-currency", Map.of(1, new Amount("EUR", 600))));

        assertThat(outcome.totals()).containsExactly(new Total("GBP", 1, 50, 0));
    }

    @Test
    void givesNothingForWhatWasRejected() {
        var outcome = tried(
                percent(500, null),
                paid("alice", "o-1", 0, 1_000),
                new Rejected("o-1", "of-all", null),
                paid("alice", "o-2", 0, 1_000),
                new Rejected("o-2", "of-its-line", Set.of(1)),
                paid("alice", "o-3", 0, 1_000),
                new Rejected("o-3", "of-no-line", Set.of(1, 2)));

        assertThat(outcome.totals()).containsExactly(new Total("GBP", 3, 50, 0));
    }

    @Test
    void addsTheBonusOfACouponToOneOrderWhileItIsThere() {
        var outcome = tried(
                percent(500, null),
                new CouponIssued("alice", coupon("c-1")),
                paid("alice", "o-1", 0, 1_000),
                new CouponIssued("alice", coupon("c-1")),
                paid("alice", "o-2", 0, 1_000),
                new CouponIssued("bob", coupon("c-1")),
                new CouponExpired("bob", "c-1"),
                paid("bob", "o-3", 0, 1_000));

        assertThat(outcome.winners().first())
                .containsExactly(new Change("alice", "GBP", 120, 0), new Change("bob", "GBP", 50, 0));
    }

    @Test
    void countsAnEarlierOrderOnceHoweverOftenItWasTold() {
        var welcome = RuleFixture.terms(rule -> {
            rule.rate = 1_000;
            rule.tier(2_000, 2_000);
        });

        var outcome = tried(
                welcome,
                paid("alice", "before", -1, 1_000),
                paid("alice", "before", -1, 1_000),
                paid("alice", "o-1", 0, 1_000));

        assertThat(outcome.totals()).containsExactly(new Total("GBP", 1, 100, 0));
    }

    @Test
    void showsOnTheDayBeforeThePeriodWhatEarlierVersionsHaveDrawnFromTheBudget() {
        var earlier = RuleFixture.rule("draft", rule -> {
            rule.rate = 1_000;
            rule.budget = 250;
        });
        var experiment = experiment(percent(2_000, 250L));
        var trial = new Trial(experiment, List.of(earlier), bounds(100, 100));

        trial.take(paid("alice", "before", -3, 1_000));
        trial.take(paid("alice", "o-1", 0, 1_000));

        assertThat(trial.outcome().budget())
                .isEqualTo(new Budget(
                        "GBP", 250, 250, MONDAY, List.of(new Point(MONDAY.minusDays(1), 100), new Point(MONDAY, 250))));
    }

    @Test
    void leavesOutWhatWasGrantedOnAClaimAndSaysSo() {
        var purchase = new Purchase("bookshop", "B-1");
        var paid = paid("alice", "o-1", 0, 1_000);

        var outcome = tried(
                percent(500, null),
                new ClaimFiled("alice", "claim-1", purchase),
                new ClaimGranted("claim-1"),
                new Paid("alice", paid.basket(), purchase, 0),
                new Paid("bob", paid("bob", "o-2", 0, 1_000).basket(), purchase, 2),
                new Unreadable());

        assertThat(outcome.totals()).containsExactly(new Total("GBP", 1, 50, 0));
        assertThat(outcome.leftOut())
                .extracting(LeftOut::what, LeftOut::count)
                .containsExactly(
                        tuple("quoted-lines", 2L), tuple("claimed-orders", 1L), tuple("unreadable-records", 1L));
    }

    private static Outcome tried(RuleTerms draft, Fact... facts) {
        var trial = new Trial(experiment(draft), List.of(), bounds(100, 100));
        List.of(facts).forEach(trial::take);
        return trial.outcome();
    }

    private static SimulationProperties bounds(int orders, int shoppers) {
        return new SimulationProperties(
                1, orders, shoppers, Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    private static Amount pounds(long minor) {
        return new Amount("GBP", minor);
    }

    private static Coupon coupon(String id) {
        return new Coupon(id, "campaign", "window", null, 200, FIRST, FIRST.plus(Duration.ofDays(2)));
    }

    private static Experiment experiment(RuleTerms draft) {
        return new Experiment("draft", draft, FIRST, FIRST.plus(Duration.ofDays(2)));
    }

    private static RuleTerms percent(int basisPoints, @Nullable Long budget) {
        var amount = budget == null ? null : new Amount("GBP", budget);
        return new RuleTerms(
                "draft",
                new Scope(null, null, null),
                new Reward.Percent(basisPoints, List.of()),
                new Conditions(null, false, false),
                new Caps(null, null, null, null, amount),
                budget == null ? null : "GBP",
                0,
                false,
                FIRST.plus(Duration.ofDays(300)),
                null,
                true);
    }

    private static Paid paid(String user, String order, int day, long minor) {
        var line = new BasketLine(1, "TEA", "groceries", "own", 2, minor, null);
        var time = FIRST.plus(Duration.ofDays(day)).plus(Duration.ofHours(10));
        return new Paid(user, new Basket(order, time, "GBP", List.of(line)), null, 0);
    }
}
