package com.rebatesuite.rebate.earning;

import static com.rebatesuite.rebate.rule.RuleFixture.percent;
import static com.rebatesuite.rebate.rule.RuleFixture.rule;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.rule.CapPeriod;
import com.rebatesuite.rebate.rule.RebateRule;
import com.rebatesuite.rebate.rule.RuleFixture.Draft;
import com.rebatesuite.rebate.rule.Rulebook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every term of a rule by itself: what it does to an amount, and in which words. */
class EarningTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");
    private static final Shopper ALICE = Shopper.unknown();

    @Test
    void givesAShareOfTheLineAndSaysHow() {
        assertThat(earn(line(900), percent("r", null, null, 300)))
                .containsExactly("base r/1 300 = 27 [rate: 900 x 3.00 % = 27 (27)]");
        assertThat(earn(line(1250), percent("r", null, null, 250)))
                .containsExactly("base r/1 250 = 31 [rate: 1250 x 2.50 % = 31.25 -> 31 (31)]");
    }

    @Test
    void givesTheSameForEveryUnit() {
        assertThat(earn(line(900), rule("r", draft -> draft.fixed = 25)))
                .containsExactly("base r/1 0 = 75 [fixed: 25 x 3 = 75 (75)]");
    }

    @ParameterizedTest(name = "{0} spent: {1}")
    @CsvSource({"9999, 9, ''", "10000, 18, 10000", "49999, 18, 10000", "50000, 27, 50000"})
    void givesMoreToWhoSpentMoreInTheMonthBefore(long spent, long minor, String from) {
        var tiered = rule("r", draft -> {
            draft.tier(50_000, 300);
            draft.tier(10_000, 200);
        });
        var shopper = new Shopper(4, Map.of("2026-01/GBP", spent, "2025-12/GBP", 99_999L), Map.of(), List.of());

        var part = only(earn(shopper, Budget.NONE, basket(line(900)), tiered));

        assertThat(part.minor()).isEqualTo(minor);
        assertThat(part.steps().getFirst().detail())
                .isEqualTo(
                        from.isEmpty()
                                ? "900 x 1.00 % = 9"
                                : "%d spent in 2026-01 before, %d.00 %% from %s on".formatted(spent, minor / 9, from));
    }

    @Test
    void givesNoMoreThanTheLineCap() {
        assertThat(earn(line(9_000), rule("r", draft -> draft.capPerLine = 40)))
                .containsExactly(
                        "base r/1 100 = 40 [rate: 9000 x 1.00 % = 90 (90), line-cap: at most 40 a line: 90 -> 40 (40)]");
        assertThat(earn(line(4_000), rule("r", draft -> draft.capPerLine = 40)))
                .containsExactly("base r/1 100 = 40 [rate: 4000 x 1.00 % = 40 (40)]");
    }

    @Test
    void givesNoMoreThanTheOrderCapToTheLinesInTheirOrder() {
        var rule = rule("r", draft -> draft.capPerOrder = 100);

        assertThat(earn(ALICE, Budget.NONE, basket(line(1, 8_000), line(2, 5_000), line(3, 100)), rule))
                .extracting(EarningTest::words)
                .containsExactly(
                        "base r/1 100 = 80 [rate: 8000 x 1.00 % = 80 (80)]",
                        "base r/1 100 = 20 [rate: 5000 x 1.00 % = 50 (50), order-cap: at most 100 an order, 80 before: 50 -> 20 (20)]",
                        "base r/1 100 = 0 [rate: 100 x 1.00 % = 1 (1), order-cap: at most 100 an order, 100 before: 1 -> 0 (0)]");
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, r/2026-01-05/GBP, on 2026-01-05",
        "MONTH, r/2026-01/GBP, in 2026-01",
        "YEAR, r/2026/GBP, in 2026",
        "EVER, r/ever/GBP, ever"
    })
    void givesAShopperNoMoreThanTheCapWithinItsPeriod(CapPeriod period, String key, String words) {
        var rule = rule("r", draft -> draft.capPerUser(500, period));
        var shopper = new Shopper(4, Map.of(), Map.of(key, 460L, "other/2026-01/GBP", 500L), List.of());

        var earned = Earning.earn(basket(line(1, 3_000), line(2, 3_000)), shopper, Budget.NONE, book(rule));

        assertThat(earned.lines().get(0).parts().getFirst().minor()).isEqualTo(30);
        assertThat(words(earned.lines().get(1)))
                .isEqualTo("base r/1 100 = 10 [rate: 3000 x 1.00 % = 30 (30), user-cap: at most 500 " + words
                        + ", 490 before: 30 -> 10 (10)]");
        assertThat(earned.usedByCap()).isEqualTo(Map.of(key, 40L));
    }

    @Test
    void inv14_drawsNoMoreThanTheBudgetHasAndSaysWhatIsMissing() {
        var rule = rule("r", draft -> draft.budget = 1_000);

        var earned = Earning.earn(basket(line(1, 3_000), line(2, 3_000)), ALICE, new Budget("r", 50), book(rule));

        assertThat(earned.lines())
                .extracting(EarningTest::words)
                .containsExactly(
                        "base r/1 100 = 30 [rate: 3000 x 1.00 % = 30 (30)]",
                        "base r/1 100 = 20 [rate: 3000 x 1.00 % = 30 (30), budget: 20 left of the campaign's 1000: 30 -> 20 (20)]");
        assertThat(earned.drawn()).isEqualTo(Map.of("r", 50L));
        assertThat(earned.missing()).isEqualTo(Map.of("r", 10L));
    }

    @Test
    void appliesCapsOneAfterTheOtherAndNamesEachThatBites() {
        var rule = rule("r", draft -> {
            draft.capPerLine = 80;
            draft.capPerOrder = 70;
            draft.capPerUser(60, CapPeriod.EVER);
            draft.budget = 50;
        });

        assertThat(words(earn(ALICE, new Budget("r", 50), basket(line(9_000)), rule)
                        .getFirst()))
                .isEqualTo(
                        "base r/1 100 = 50 [rate: 9000 x 1.00 % = 90 (90), line-cap: at most 80 a line: 90 -> 80 (80),"
                                + " order-cap: at most 70 an order: 80 -> 70 (70), user-cap: at most 60 ever: 70 -> 60 (60),"
                                + " budget: 50 left of the campaign's 50: 60 -> 50 (50)]");
    }

    @Test
    void letsTheHighestPriorityDecideAndThenTheHighestAmountAndThenTheMostSpecificAndThenTheFirstById() {
        Consumer<Draft> urgent = draft -> draft.priority = 5;
        var specific = rule("z", draft -> draft.sku = "SKU-1");

        assertThat(winner(percent("high", null, null, 900), rule("urgent", urgent)))
                .isEqualTo("urgent");
        assertThat(winner(percent("low", "own", "tea", 100), percent("high", null, null, 200)))
                .isEqualTo("high");
        assertThat(winner(percent("a", "own", "tea", 100), specific)).isEqualTo("z");
        assertThat(winner(percent("a", null, "tea", 100), percent("z", "own", null, 100)))
                .isEqualTo("z");
        assertThat(winner(percent("b", null, null, 100), percent("a", null, null, 100)))
                .isEqualTo("a");
        assertThat(winner(
                        rule("capped", draft -> {
                            draft.rate = 900;
                            draft.capPerLine = 5;
                        }),
                        percent("low", null, null, 100)))
                .isEqualTo("low");
    }

    @Test
    void turnsToALowerPriorityWhenTheHigherGivesNothing() {
        var exhausted = rule("campaign", draft -> {
            draft.priority = 5;
            draft.rate = 900;
            draft.budget = 1_000;
        });

        var earned = Earning.earn(
                basket(line(1_000)), ALICE, new Budget("campaign", 0), book(exhausted, percent("r", null, null, 100)));

        assertThat(words(earned.lines().getFirst())).isEqualTo("base r/1 100 = 10 [rate: 1000 x 1.00 % = 10 (10)]");
        assertThat(earned.missing()).isEqualTo(Map.of("campaign", 90L));
        assertThat(earned.drawn()).isEmpty();
    }

    @Test
    void asksABudgetForNothingThatCouldNotWin() {
        var small = rule("small", draft -> draft.budget = 1_000);

        var earned = Earning.earn(
                basket(line(1_000)), ALICE, new Budget("small", 0), book(small, percent("r", null, null, 100)));

        assertThat(earned.missing()).isEmpty();
    }

    @Test
    void putsRulesThatStackOnTop() {
        assertThat(earn(
                        line(900),
                        rule("b", draft -> draft.stackable = true),
                        percent("r", null, null, 300),
                        rule("a", draft -> draft.stackable = true)))
                .containsExactly(
                        "base r/1 300 = 27 [rate: 900 x 3.00 % = 27 (27)]",
                        "bonus a/1 100 = 9 [rate: 900 x 1.00 % = 9 (9)]",
                        "bonus b/1 100 = 9 [rate: 900 x 1.00 % = 9 (9)]");
    }

    @Test
    void explainsAnEmptyBaseUnderABonus() {
        assertThat(earn(line(900), rule("b", draft -> draft.stackable = true)))
                .containsExactly(
                        "base - = 0 [no-rule: no rule for merchant own, category tea (0)]",
                        "bonus b/1 100 = 9 [rate: 900 x 1.00 % = 9 (9)]");
    }

    @Test
    void saysInWordsWhyALineEarnsNothing() {
        assertThat(reason()).isEqualTo("no rule for merchant own, category tea");
        assertThat(reason(rule("r", draft -> {
                    draft.title = "Spring";
                    draft.minSpend = 5_000;
                })))
                .isEqualTo("Spring: only for orders of at least 50.00 GBP");
        assertThat(reason(rule("r", draft -> draft.currency = "EUR"))).isEqualTo("a rule: only for orders in EUR");
        assertThat(reason(rule("r", draft -> draft.couponRequired = true))).isEqualTo("a rule: only with a coupon");
        var known = new Shopper(1, Map.of(), Map.of(), List.of());
        assertThat(earn(known, Budget.NONE, basket(line(900)), rule("r", draft -> draft.newUsersOnly = true)))
                .extracting(EarnedLine::reason)
                .containsExactly("a rule: only for a first order");
    }

    @Test
    void looksAtTheWholeOrderForAMinimum() {
        var rule = rule("r", draft -> draft.minSpend = 1_800);

        assertThat(earn(ALICE, Budget.NONE, basket(line(1, 900), line(2, 900)), rule))
                .extracting(line -> line.parts().getFirst().minor())
                .containsExactly(9L, 9L);
    }

    @Test
    void takesAFirstOrderForWhatItIs() {
        assertThat(earn(line(900), rule("r", draft -> draft.newUsersOnly = true)))
                .hasSize(1);
    }

    @Test
    void keepsAPromiseThatIsBetter() {
        var promised = new BasketLine(1, "SKU-1", "tea", "own", 3, 900, new Promise("q-1", 12, "r", 1));

        assertThat(earn(promised, percent("r", null, null, 300)))
                .containsExactly("base r/1 300 = 36 [quote: quote q-1 promised 12 x 3 = 36 (36)]");
        assertThat(earn(promised, percent("r", null, null, 900)))
                .containsExactly("base r/1 900 = 81 [rate: 900 x 9.00 % = 81 (81)]");
    }

    @Test
    void keepsAPromiseOfAVersionThatIsNoLongerInForceButNotBeyondItsBudget() {
        var promised = new BasketLine(1, "SKU-1", "tea", "own", 3, 900, new Promise("q-1", 12, "r", 1));
        var ended = rule("r", draft -> draft.budget = 100, draft -> draft.active = false);

        assertThat(earn(ALICE, new Budget("r", 30), basket(promised), ended))
                .extracting(EarningTest::words)
                .containsExactly("base r/1 100 = 30 [quote: quote q-1 promised 12 x 3 = 36 (36),"
                        + " budget: 30 left of the campaign's 100: 36 -> 30 (30)]");
    }

    @Test
    void saysWhyAQuoteDoesNotCountWhetherTheLineEarnsOrNot() {
        var refused = new BasketLine(1, "SKU-1", "tea", "own", 3, 900, null, "the quote had expired");

        assertThat(earn(refused, percent("r", null, null, 100)))
                .containsExactly(
                        "base r/1 100 = 9 [rate: 900 x 1.00 % = 9 (9), quote-refused: the quote had expired (9)]");
        assertThat(earn(ALICE, new Budget("r", 0), basket(refused)))
                .extracting(EarnedLine::reason)
                .containsExactly("the quote had expired; no rule for merchant own, category tea");
    }

    @Test
    void doesNotKeepAPromiseOfARuleThatNobodyKnows() {
        var promised = new BasketLine(1, "SKU-1", "tea", "own", 3, 900, new Promise("q-1", 12, "gone", 1));

        assertThat(earn(promised, percent("r", null, null, 100)))
                .containsExactly("base r/1 100 = 9 [rate: 900 x 1.00 % = 9 (9)]");
    }

    @Test
    void inv12_usesTheCouponThatExpiresFirstOnAllLinesOfItsCategoryAndOnlyThat() {
        var shopper =
                holding(coupon("late", null, 500, 9), coupon("soon", "tea", 200, 2), coupon("mugs", "mugs", 900, 1));

        var earned = Earning.earn(
                basket(line(1, 900), line(2, 100)), shopper, Budget.NONE, book(percent("r", null, null, 100)));

        assertThat(earned.lines())
                .extracting(EarningTest::words)
                .containsExactly(
                        "base r/1 100 = 9 [rate: 900 x 1.00 % = 9 (9)] + bonus soon = 18 [coupon: coupon soon: 900 x 2.00 % = 18 (18)]",
                        "base r/1 100 = 1 [rate: 100 x 1.00 % = 1 (1)] + bonus soon = 2 [coupon: coupon soon: 100 x 2.00 % = 2 (2)]");
        assertThat(earned.couponsUsed()).containsExactly("soon");
        assertThat(shopper.after(basket(line(900)), earned).coupons())
                .extracting(Coupon::couponId)
                .containsExactly("late", "mugs");
    }

    @Test
    void usesNoCouponOutsideOfItsValidityOrWithoutEffect() {
        var tooLate = new Coupon("c", "campaign", "w", null, 500, NOW.minusSeconds(9), NOW);
        var tooEarly = new Coupon("d", "campaign", "w", null, 500, NOW.plusNanos(1), NOW.plusSeconds(9));
        var tooLittle = coupon("e", null, 1, 9);

        var earned = Earning.earn(basket(line(900)), holding(tooLate, tooEarly, tooLittle), Budget.NONE, book());

        assertThat(earned.couponsUsed()).isEmpty();
        assertThat(earned.lines().getFirst().parts()).isEmpty();
    }

    @Test
    void inv12_unlocksARuleWithACouponOfItsCampaignAndUsesThatUp() {
        var rule = rule("campaign", draft -> draft.couponRequired = true);

        var earned = Earning.earn(basket(line(900)), holding(coupon("c", null, 0, 9)), Budget.NONE, book(rule));

        assertThat(words(earned.lines().getFirst()))
                .isEqualTo("base campaign/1 100 c = 9 [rate: 900 x 1.00 % = 9 (9)]");
        assertThat(earned.couponsUsed()).containsExactly("c");
    }

    @Test
    void inv12_keepsACouponWhoseRuleGaveNothing() {
        var rule = rule("campaign", draft -> {
            draft.couponRequired = true;
            draft.budget = 100;
        });

        var earned = Earning.earn(
                basket(line(900)), holding(coupon("c", null, 0, 9)), new Budget("campaign", 0), book(rule));

        assertThat(earned.couponsUsed()).isEmpty();
        assertThat(words(earned.lines().getFirst())).startsWith("base campaign/1 100 = 0 [rate");
    }

    private static Coupon coupon(String id, @Nullable String category, int bonus, int daysLeft) {
        return new Coupon(id, "campaign", "w", category, bonus, NOW, NOW.plusSeconds(86_400L * daysLeft));
    }

    private static Shopper holding(Coupon... coupons) {
        return new Shopper(1, Map.of(), Map.of(), List.of(coupons));
    }

    private static BasketLine line(long base) {
        return line(1, base);
    }

    private static BasketLine line(int line, long base) {
        return new BasketLine(line, "SKU-" + line, "tea", "own", 3, base, null);
    }

    private static Basket basket(BasketLine... lines) {
        return new Basket("order", NOW, "GBP", List.of(lines));
    }

    private static Rulebook book(RebateRule... rules) {
        return new Rulebook(List.of(rules));
    }

    private static List<String> earn(BasketLine line, RebateRule... rules) {
        return earn(ALICE, Budget.NONE, basket(line), rules).getFirst().parts().stream()
                .map(EarningTest::words)
                .toList();
    }

    private static List<EarnedLine> earn(Shopper shopper, Budgets budgets, Basket basket, RebateRule... rules) {
        return Earning.earn(basket, shopper, budgets, book(rules)).lines();
    }

    private static String winner(RebateRule... rules) {
        return requireNonNull(
                        only(earn(ALICE, Budget.NONE, basket(line(900)), rules)).rule())
                .ruleId();
    }

    private static @Nullable String reason(RebateRule... rules) {
        var line = earn(ALICE, Budget.NONE, basket(line(900)), rules).getFirst();
        assertThat(line.parts()).isEmpty();
        return line.reason();
    }

    private static Part only(List<EarnedLine> lines) {
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().parts()).hasSize(1);
        return lines.getFirst().parts().getFirst();
    }

    private static String words(EarnedLine line) {
        return line.parts().stream().map(EarningTest::words).collect(Collectors.joining(" + "));
    }

    private static String words(Part part) {
        var rule = part.rule();
        var names = rule == null
                ? part.couponId() == null ? "-" : part.couponId()
                : rule.ruleId() + "/" + rule.version() + " " + rule.rateBasisPoints()
                        + (part.couponId() == null ? "" : " " + part.couponId());
        var steps = part.steps().stream()
                .map(step -> step.step() + ": " + step.detail() + " (" + step.minor() + ")")
                .collect(Collectors.joining(", ", "[", "]"));
        return part.role() + " " + names + " = " + part.minor() + " " + steps;
    }

    /** One campaign has a budget; the others must not be asked about. */
    private record Budget(String ruleId, long minor) implements Budgets {

        private static final Budgets NONE = new Budget("none", 0);

        @Override
        public long left(String asked) {
            assertThat(asked).isEqualTo(ruleId);
            return minor;
        }
    }
}
