package com.rebatesuite.rebate.quote;

import static com.rebatesuite.rebate.quote.Rules.AT;
import static com.rebatesuite.rebate.quote.Rules.book;
import static com.rebatesuite.rebate.quote.Rules.gbp;
import static com.rebatesuite.rebate.quote.Rules.percent;
import static com.rebatesuite.rebate.quote.Rules.rule;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.earning.AppliedRule;
import com.rebatesuite.rebate.earning.Basket;
import com.rebatesuite.rebate.earning.BasketLine;
import com.rebatesuite.rebate.earning.Earning;
import com.rebatesuite.rebate.earning.Shopper;
import com.rebatesuite.rebate.rule.CapPeriod;
import com.rebatesuite.rebate.rule.Caps;
import com.rebatesuite.rebate.rule.Conditions;
import com.rebatesuite.rebate.rule.Reward.Fixed;
import com.rebatesuite.rebate.rule.Reward.Percent;
import com.rebatesuite.rebate.rule.Reward.Tier;
import com.rebatesuite.rebate.rule.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstimatingTest {

    private static final CatalogueItem TEA = new CatalogueItem("TEA-100", "groceries", "own", "GBP", 502);

    @Test
    void tellsWhatAUnitEarnsAndHowItComesAbout() {
        var estimate = Estimating.of(TEA, book(percent("tea", 250)), AT);

        assertThat(estimate)
                .isEqualTo(new Estimate(
                        13,
                        new AppliedRule("tea", 1, 250),
                        Long.MAX_VALUE,
                        true,
                        "Title of tea: 502 x 2.50 % = 12.55 -> 13",
                        List.of()));
    }

    @Test
    void saysWhyThereIsNothing() {
        var estimate = Estimating.of(TEA, book(), AT);

        assertThat(estimate.rebate()).isZero();
        assertThat(estimate.worthAPromise()).isFalse();
        assertThat(estimate.words()).isEqualTo("no rule for merchant own, category groceries");
    }

    @Test
    void carriesTheCapOfTheLine() {
        var capped = new Caps(gbp(40), null, null, null, null);
        var estimate = Estimating.of(TEA, book(rule("tea", fixed(10), Conditions.NONE, capped, 0, false)), AT);

        assertThat(estimate.rebate()).isEqualTo(10);
        assertThat(estimate.most()).isEqualTo(40);
        assertThat(estimate.sure()).isTrue();
    }

    @Test
    void saysThatABudgetMayEnd() {
        var budget = new Caps(null, null, null, null, gbp(1_000));
        var estimate = Estimating.of(TEA, book(rule("tea", fixed(10), Conditions.NONE, budget, 0, false)), AT);

        assertThat(estimate.words()).endsWith("; while the campaign's budget lasts");
        assertThat(estimate.worthAPromise()).isTrue();
    }

    @Test
    void tellsButDoesNotPromiseWhatDependsOnTheOrderOrOnOtherOrders() {
        var perOrder = new Caps(null, gbp(500), null, null, null);
        var perUser = new Caps(null, null, gbp(500), CapPeriod.MONTH, null);

        for (var caps : List.of(perOrder, perUser)) {
            var estimate = Estimating.of(TEA, book(rule("tea", fixed(10), Conditions.NONE, caps, 0, false)), AT);

            assertThat(estimate.rebate()).isEqualTo(10);
            assertThat(estimate.worthAPromise()).isFalse();
            assertThat(estimate.words()).contains("not promised");
        }
    }

    @Test
    void countsTheLowestTierAndPromisesNothingWhereATierIsLower() {
        var higher = new Percent(100, List.of(new Tier(gbp(5_000), 300)));
        var lower = new Percent(300, List.of(new Tier(gbp(5_000), 100)));

        assertThat(Estimating.of(TEA, book(rule("tea", higher, Conditions.NONE, Caps.NONE, 0, false)), AT))
                .returns(5L, Estimate::rebate)
                .returns(true, Estimate::worthAPromise);
        assertThat(Estimating.of(TEA, book(rule("tea", lower, Conditions.NONE, Caps.NONE, 0, false)), AT)
                        .worthAPromise())
                .isFalse();
    }

    @Test
    void namesWhatMayBringMore() {
        var estimate = Estimating.of(
                TEA,
                book(
                        percent("tea", 250),
                        rule("spend", fixed(90), new Conditions(gbp(3_000), false, false), Caps.NONE, 0, false),
                        rule("first", fixed(90), new Conditions(null, true, false), Caps.NONE, 0, false),
                        rule("bonus", fixed(2), Conditions.NONE, Caps.NONE, 0, true)),
                AT);

        assertThat(estimate.rebate()).isEqualTo(13);
        assertThat(estimate.worthAPromise()).isTrue();
        assertThat(estimate.more()).containsExactly("Title of bonus", "Title of first", "Title of spend");
    }

    @Test
    void promisesNothingThatARuleOfHigherPriorityMayTakeAway() {
        var less = rule("less", fixed(1), new Conditions(gbp(3_000), false, false), Caps.NONE, 1, false);

        assertThat(Estimating.of(TEA, book(percent("tea", 250), less), AT).worthAPromise())
                .isFalse();
    }

    @Test
    void leavesOutWhatIsForAnotherCurrency() {
        var euros = new CatalogueItem("TEA-100", "groceries", "own", "EUR", 502);

        assertThat(Estimating.of(euros, book(percent("tea", 250)), AT).rule()).isNull();
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** Whatever the rules, whoever orders whatever beside it: by the rules of now a line earns what was promised anyway. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPromiseIsNeverMoreThanTheRulesOfNowGive(long seed) {
        var random = new SplittableRandom(seed);
        var rules = Rules.any(random);
        var estimate = Estimating.of(TEA, rules, AT);
        var quantity = random.nextInt(1, 50);

        if (estimate.worthAPromise()) {
            var promised = quote(estimate).promise(quantity).minorPerUnit() * quantity;
            assertThat(base(basket(quantity, false, estimate, random), anybody(random), rules))
                    .isGreaterThanOrEqualTo(promised);
        }
    }

    /** The rule has ended: the line earns what was promised, and nothing else gives anything. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anOrderThatCarriesTheQuoteEarnsItWhateverHasBecomeOfTheRule(long seed) {
        var random = new SplittableRandom(seed);
        var estimate = Estimating.of(TEA, book(percent("tea", 250)), AT);
        var quantity = random.nextInt(1, 50);
        var now = book(Rules.ended(percent("tea", 250)));

        var earned = base(basket(quantity, true, estimate, random), Shopper.unknown(), now);

        assertThat(earned)
                .isEqualTo(quote(estimate).promise(quantity).minorPerUnit() * quantity)
                .isPositive();
    }

    private static long base(Basket basket, Shopper shopper, Rulebook rules) {
        var parts = Earning.earn(basket, shopper, rule -> Long.MAX_VALUE, rules)
                .lines()
                .getLast()
                .parts();
        return parts.isEmpty() ? 0 : parts.getFirst().minor();
    }

    private static Quote quote(Estimate estimate) {
        var rule = requireNonNull(estimate.rule());
        return new Quote(
                "q",
                "u",
                TEA.sku(),
                "GBP",
                TEA.price(),
                estimate.rebate(),
                rule.rateBasisPoints(),
                estimate.most(),
                rule.ruleId(),
                rule.version(),
                AT.plusSeconds(60));
    }

    /** The tea last, so that others have used up what an order may earn in all. */
    private static Basket basket(int quantity, boolean promised, Estimate estimate, SplittableRandom random) {
        var lines = new ArrayList<BasketLine>();
        for (int line = 1; line <= random.nextInt(4); line++) {
            lines.add(new BasketLine(line, "MUG-" + line, "kitchen", "own", 1, random.nextLong(5_000), null));
        }
        lines.add(new BasketLine(
                lines.size() + 1,
                TEA.sku(),
                TEA.category(),
                TEA.merchant(),
                quantity,
                TEA.price() * quantity,
                promised ? quote(estimate).promise(quantity) : null));
        return new Basket("order-1", AT, "GBP", lines);
    }

    private static Shopper anybody(SplittableRandom random) {
        var spent = Map.of("2026-03/GBP", random.nextLong(10_000));
        return new Shopper(random.nextInt(2), spent, Map.of("rule-0/2026-03/GBP", random.nextLong(100)), List.of());
    }

    private static Fixed fixed(long minor) {
        return new Fixed(gbp(minor));
    }
}
