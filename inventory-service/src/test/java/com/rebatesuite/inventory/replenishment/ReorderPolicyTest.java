package com.rebatesuite.inventory.replenishment;

import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.NOW;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.TEA;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.forecast;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When to order and how much, with numbers that were computed by hand. */
class ReorderPolicyTest {

    private final ReorderPolicy policy = new ReorderPolicy(Duration.ofDays(2));

    /** Without a forecast: min 20, max 100. Empty: nothing is ordered. */
    @ParameterizedTest(name = "available {0}, shortfall {1}, incoming {2}, cases of {3}, at least {4}: {5}")
    @CsvSource({
        "20, 0, 0, 1, 1, ",
        "19, 0, 0, 1, 1, 81",
        "19, 0, 1, 1, 1, ",
        "0, 0, 0, 1, 1, 100",
        "0, 7, 0, 1, 1, 107",
        "0, 7, 26, 1, 1, 81",
        "0, 7, 27, 1, 1, ",
        "19, 0, 0, 12, 1, 84",
        "4, 0, 0, 12, 1, 96",
        "19, 0, 0, 1, 90, 90",
        "19, 0, 0, 12, 90, 96",
        "19, 0, 0, 100, 1, 100",
    })
    void ordersUpToMaxInWholeCases(
            long available, long shortfall, long incoming, long multiple, long minimumOrder, @Nullable Long expected) {
        var rule = new Rule(
                "r", TEA, 20, 100, multiple, minimumOrder, Duration.ofDays(7), "s", Mode.AUTOMATIC, null, true, 1);

        assertThat(policy.propose(rule, new Position(available, shortfall, incoming, 0), null, NOW)
                        .map(Proposal::quantity))
                .isEqualTo(Optional.ofNullable(expected));
    }

    /** The numbers of contracts/events/replenishment-proposed.v1: 1.644854 × 2 × √7 = 8.70…, 4 × 7 = 28. */
    @Test
    void namesItsInputsAndItsFormula() {
        var proposal = policy.propose(rule(), new Position(10, 0, 20, 5), forecast(), NOW)
                .orElseThrow();

        assertThat(proposal)
                .isEqualTo(new Proposal(
                        rule(),
                        108,
                        new Inputs(1, 10, 0, 20, 28, 9, 20, 100, 2, "holt-winters as of 2026-01-05T00:00:00Z"),
                        List.of(
                                "demand 28 = 7 days × 4 per day (holt-winters as of 2026-01-05T00:00:00Z)",
                                "safety stock 9 = 1.645 × 2 per day × √7 days, for service level 0.95",
                                "projected 2 = available 10 - shortfall 0 + incoming 20 - demand 28",
                                "order point 20 = the greater of min 20 and safety stock 9, at most max 100",
                                "quantity 108 = 98 up to max 100, at least 1, in multiples of 12")));
    }

    /** z from the tables: 0.5 → 0, 0.84134 → 1.0000, 0.95 → 1.6449, 0.975 → 1.9600, 0.99 → 2.3263; σ = 100, 4 days. */
    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.84134, 200", "0.95, 329", "0.975, 392", "0.99, 466"})
    void keepsSoMuchForTheServiceLevel(double serviceLevel, long safetyStock) {
        var rule = new Rule("r", TEA, 0, 1000, 1, 1, Duration.ofDays(4), "s", Mode.AUTOMATIC, serviceLevel, true, 1);
        var erring = forecast(TEA, 1, NOW, 250, 100, List.of());
        var proposal =
                policy.propose(rule, new Position(0, 1000, 0, 0), erring, NOW).orElseThrow();

        assertThat(proposal.inputs().safetyStock()).isEqualTo(safetyStock);
        assertThat(proposal.inputs().orderPoint()).isEqualTo(safetyStock);
    }

    @Test
    void takesTheLevelsOwnSafetyStockWhenNobodySaysHowMuchTheForecastErrs() {
        var position = new Position(0, 0, 0, 33);

        assertThat(inputs(rule(), position, null).orderPoint()).isEqualTo(33);
        assertThat(inputs(rule(), position, forecast(TEA, 1, NOW, 4, null, List.of()))
                        .safetyStock())
                .isEqualTo(33);
    }

    @Test
    void neverKeepsMoreThanMax() {
        assertThat(policy.propose(rule(), new Position(100, 0, 0, 5000), null, NOW))
                .isEmpty();
        assertThat(inputs(rule(), new Position(99, 0, 0, 5000), null).orderPoint())
                .isEqualTo(100);
    }

    /** Half of the first day is over: 0.5 × 10 + 20 + 30 + 3.5 × 4 = 69. */
    @Test
    void addsUpTheDaysOfTheLeadTimeFromNowOn() {
        var halfADayAgo = NOW.minus(Duration.ofHours(12));
        var days = List.of(BigDecimal.TEN, BigDecimal.valueOf(20), BigDecimal.valueOf(30));
        var forecast = forecast(TEA, 1, halfADayAgo, 4, null, days);

        assertThat(forecast.demand(NOW, Duration.ofDays(6))).isEqualTo(69);
        assertThat(forecast.demand(NOW, Duration.ZERO)).isZero();
        assertThat(forecast.demand(NOW, Duration.ofHours(1)))
                .as("10 / 24, rounded up")
                .isEqualTo(1);
        assertThat(forecast.demand(halfADayAgo.minus(Duration.ofDays(1)), Duration.ofDays(1)))
                .as("before it begins, the mean")
                .isEqualTo(4);
    }

    @Test
    void doesNotBelieveAnOldForecastAndSaysSo() {
        var old = forecast(TEA, 1, NOW.minus(Duration.ofDays(2)).minusMillis(1), 4, 2, List.of());
        var proposal =
                policy.propose(rule(), new Position(0, 0, 0, 5), old, NOW).orElseThrow();

        assertThat(proposal.inputs().demand()).isZero();
        assertThat(proposal.inputs().safetyStock()).isEqualTo(5);
        assertThat(proposal.inputs().forecast())
                .isEqualTo("no forecast: holt-winters as of 2026-01-03T10:15:29.999Z is older than PT48H");
        assertThat(proposal.formula())
                .first()
                .isEqualTo("demand 0 = " + proposal.inputs().forecast());
    }

    /** What one rule asks for is incoming to the next; who has asked already does not ask again. */
    @Test
    void severalRulesOfALevelDoNotAskForTheSameGoods() {
        var empty = new Position(0, 0, 0, 0);
        var first = rule("a", TEA, Mode.TO_APPROVE, 20, 100, 1);
        var second = rule("b", TEA, Mode.TO_APPROVE, 120, 150, 1);
        var third = rule("c", TEA, Mode.TO_APPROVE, 20, 100, 1);

        assertThat(policy.proposals(
                        List.of(
                                new Situation(first, empty, null, false),
                                new Situation(second, empty, null, false),
                                new Situation(third, empty, null, false)),
                        NOW))
                .extracting(proposal -> proposal.rule().id() + " " + proposal.quantity())
                .containsExactly("a 100", "b 50");
        assertThat(policy.proposals(List.of(new Situation(first, empty, null, true)), NOW))
                .isEmpty();
    }

    /** Whatever the rule, the stock and the forecast are. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ordersOnlyWhatIsNeededAndEnoughOfIt(long seed) {
        var random = new SplittableRandom(seed);
        int ordered = 0;
        for (int i = 0; i < 2_000; i++) {
            var rule = anyRule(random);
            var position = new Position(
                    random.nextLong(2_000), random.nextLong(50), random.nextLong(500), random.nextLong(2_000));
            var forecast = random.nextInt(3) == 0 ? null : anyForecast(random);
            var proposal = policy.propose(rule, position, forecast, NOW);
            assertThat(policy.propose(rule, position, forecast, NOW)).isEqualTo(proposal);
            if (proposal.isEmpty()) {
                continue;
            }
            ordered++;
            var inputs = proposal.orElseThrow().inputs();
            long quantity = proposal.orElseThrow().quantity();
            long after = inputs.projected() + quantity;

            assertThat(inputs.orderPoint()).isBetween(rule.min(), rule.max());
            assertThat(inputs.projected())
                    .isLessThan(inputs.orderPoint())
                    .isEqualTo(position.available() - position.shortfall() + position.incoming() - inputs.demand());
            assertThat(quantity % rule.multiple()).isZero();
            assertThat(quantity).isGreaterThanOrEqualTo(rule.minimumOrder());
            assertThat(after).as("enough").isGreaterThanOrEqualTo(rule.max());
            assertThat(after - rule.max())
                    .as("no more than cases and minimum order force upon us")
                    .isLessThan(rule.multiple() + rule.minimumOrder());
            assertThat(policy.propose(rule, position.expecting(quantity), forecast, NOW))
                    .as("once it is on its way, no more is needed")
                    .isEmpty();
        }
        assertThat(ordered).isBetween(200, 1_900);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 4, 1, 1, P1D, 0.9, min: 5 (expected: 0..4)",
        "-1, 4, 1, 1, P1D, 0.9, min: -1 (expected: 0..4)",
        "0, 0, 1, 1, P1D, 0.9, max: 0 (expected: 1..1000000000)",
        "0, 4, 0, 1, P1D, 0.9, multiple: 0 (expected: 1..4)",
        "0, 4, 5, 1, P1D, 0.9, multiple: 5 (expected: 1..4)",
        "0, 4, 1, 0, P1D, 0.9, minimum_order: 0 (expected: 1..4)",
        "0, 4, 1, 5, P1D, 0.9, minimum_order: 5 (expected: 1..4)",
        "0, 4, 1, 1, PT-1S, 0.9, lead_time: PT-1S (expected: PT0S..PT8784H)",
        "0, 4, 1, 1, P367D, 0.9, lead_time: PT8808H (expected: PT0S..PT8784H)",
        "0, 4, 1, 1, P1D, 0.4, service_level: 0.4 (expected: 0.5..0.9999)",
        "0, 4, 1, 1, P1D, 1, service_level: 1.0 (expected: 0.5..0.9999)",
        "0, 4, 1, 1, P1D, NaN, service_level: NaN (expected: 0.5..0.9999)",
    })
    void refusesARuleWhoseNumbersDoNotGoTogether(
            long min, long max, long multiple, long least, Duration leadTime, double serviceLevel, String message) {
        assertThatThrownBy(() -> new Rule(
                        "r", TEA, min, max, multiple, least, leadTime, "s", Mode.AUTOMATIC, serviceLevel, true, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private Inputs inputs(Rule rule, Position position, @Nullable Forecast forecast) {
        return policy.propose(rule, position, forecast, NOW).orElseThrow().inputs();
    }

    private static Rule anyRule(SplittableRandom random) {
        long max = random.nextLong(1, 2_000);
        return new Rule(
                "r",
                TEA,
                random.nextLong(max + 1),
                max,
                random.nextLong(1, max + 1),
                random.nextLong(1, max + 1),
                Duration.ofHours(random.nextLong(24 * 30)),
                "s",
                Mode.AUTOMATIC,
                random.nextBoolean() ? null : random.nextDouble(0.5, 0.999),
                true,
                1);
    }

    private static Forecast anyForecast(SplittableRandom random) {
        var asOf = NOW.minus(Duration.ofHours(random.nextLong(72)));
        return forecast(TEA, 1, asOf, random.nextLong(30), random.nextInt(20), List.of());
    }
}
