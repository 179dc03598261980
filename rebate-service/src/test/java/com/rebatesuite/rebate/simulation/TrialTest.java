package com.rebatesuite.rebate.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.rebatesuite.rebate.earning.Basket;
import com.rebatesuite.rebate.earning.BasketLine;
import com.rebatesuite.rebate.rule.Amount;
import com.rebatesuite.rebate.rule.Caps;
import com.rebatesuite.rebate.rule.Conditions;
import com.rebatesuite.rebate.rule.Reward;
import com.rebatesuite.rebate.rule.RuleTerms;
import com.rebatesuite.rebate.rule.Scope;
import com.rebatesuite.rebate.simulation.Fact.Booked;
import com.rebatesuite.rebate.simulation.Fact.Cancelled;
import com.rebatesuite.rebate.simulation.Fact.Paid;
import com.rebatesuite.rebate.simulation.Fact.Returned;
import com.rebatesuite.rebate.simulation.Outcome.Budget;
import com.rebatesuite.rebate.simulation.Outcome.Change;
import com.rebatesuite.rebate.simulation.Outcome.Crowd;
import com.rebatesuite.rebate.simulation.Outcome.Day;
import com.rebatesuite.rebate.simulation.Outcome.Point;
import com.rebatesuite.rebate.simulation.Outcome.Total;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
                        null));
    }

    @Test
    void takesReturnsAndCancellationsBackOnBothSides() {
        var outcome = tried(
                percent(500, null),
                paid("alice", "o-1", 0, 1_000),
                new Returned("o-1", Map.of(1, 1)),
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
        var trial = new Trial(experiment(percent(500, null)), List.of(), 1);
        trial.take(paid("alice", "o-1", 0, 1_000));

        assertThatExceptionOfType(TooManyOrders.class)
                .isThrownBy(() -> trial.take(paid("alice", "o-2", 0, 1_000)))
                .withMessage("the period has more than 1 orders (expected: a shorter period)");
    }

    private static Outcome tried(RuleTerms draft, Fact... facts) {
        var trial = new Trial(experiment(draft), List.of(), 100);
        List.of(facts).forEach(trial::take);
        return trial.outcome();
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
        return new Paid(user, new Basket(order, time, "GBP", List.of(line)));
    }
}
