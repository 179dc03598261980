package com.rebatesuite.rebate.rule;

import static com.rebatesuite.rebate.rule.RuleFixture.JANUARY;
import static com.rebatesuite.rebate.rule.RuleFixture.percent;
import static com.rebatesuite.rebate.rule.RuleFixture.rule;
import static com.rebatesuite.rebate.rule.RuleFixture.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulebookTest {

    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void findsEveryRuleThatSpeaksOfTheLineAndNoOther() {
        var sku = rule("sku", draft -> draft.sku = "TEA");
        var skuOfAnother = rule("sku-of-another", draft -> {
            draft.sku = "TEA";
            draft.merchant = "theirs";
        });

        assertThat(at(
                        JANUARY,
                        percent("all", null, null, 1),
                        percent("category", null, "tea", 1),
                        percent("merchant", "own", null, 1),
                        percent("both", "own", "tea", 1),
                        sku,
                        skuOfAnother,
                        percent("other-merchant", "theirs", "tea", 1),
                        percent("other-category", "own", "mugs", 1),
                        rule("other-sku", draft -> draft.sku = "MUG")))
                .containsExactlyInAnyOrder("all/1", "category/1", "merchant/1", "both/1", "sku/1");
    }

    @Test
    void ranksSkuBeforeMerchantAndCategoryBeforeMerchantBeforeCategoryBeforeEverything() {
        assertThat(List.of(
                        new Scope("s", null, null),
                        new Scope(null, "m", "c"),
                        new Scope(null, "m", null),
                        new Scope(null, null, "c"),
                        Scope.EVERYTHING))
                .extracting(Scope::specificity)
                .containsExactly(4, 3, 2, 1, 0);
    }

    @Test
    void appliesFromItsFirstInstantUntilBeforeItsLast() {
        var rule = rule("r", draft -> draft.until = FEBRUARY);

        assertThat(at(JANUARY.minusNanos(1), rule)).isEmpty();
        assertThat(at(JANUARY, rule)).containsExactly("r/1");
        assertThat(at(FEBRUARY.minusNanos(1), rule)).containsExactly("r/1");
        assertThat(at(FEBRUARY, rule)).isEmpty();
    }

    @Test
    void judgesAnOrderByTheVersionThatWasInForceWhenItOccurred() {
        var rule = rule("r", draft -> {}, draft -> draft.from = FEBRUARY, draft -> {
            draft.from = MARCH;
            draft.active = false;
        });

        assertThat(at(FEBRUARY.minusSeconds(1), rule)).containsExactly("r/1");
        assertThat(at(FEBRUARY, rule)).containsExactly("r/2");
        assertThat(at(MARCH, rule)).isEmpty();
    }

    @Test
    void letsALaterVersionCorrectAnEarlierOneOfTheSameOrALaterTime() {
        assertThat(at(JANUARY, rule("r", draft -> {}, draft -> draft.rate = 150)))
                .containsExactly("r/2");
        assertThat(at(MARCH, rule("r", draft -> draft.from = MARCH, draft -> draft.from = FEBRUARY)))
                .containsExactly("r/2");
    }

    @Test
    void doesNotFallBackToAnEarlierVersionWhenALaterOneHasEnded() {
        var rule = rule("r", draft -> {}, draft -> {
            draft.from = FEBRUARY;
            draft.until = MARCH;
        });

        assertThat(at(MARCH, rule)).isEmpty();
    }

    @Test
    void followsARuleWhoseScopeHasChanged() {
        var rule = rule("r", draft -> draft.merchant = "own", draft -> {
            draft.category = "tea";
            draft.from = FEBRUARY;
        });

        assertThat(at(JANUARY, rule)).containsExactly("r/1");
        assertThat(at(FEBRUARY, rule)).containsExactly("r/2");
    }

    @Test
    void paysNothingForWhatIsOnlyProposed() {
        var proposal = new Proposal(RuleFixture.terms(draft -> {}), false, null, "olga", JANUARY);

        assertThat(at(JANUARY, new RebateRule("r", 1, List.of(), proposal))).isEmpty();
    }

    @Test
    void knowsEveryVersionByItsNumber() {
        var book = new Rulebook(List.of(rule("r", draft -> {}, draft -> draft.rate = 7)));

        assertThat(book.version("r", 2)).map(RuleVersion::rateBasisPoints).contains(7);
        assertThat(book.version("r", 0)).isEmpty();
        assertThat(book.version("r", 3)).isEmpty();
        assertThat(book.version("s", 1)).isEmpty();
    }

    /** What is filed away is found again: the drawers say the same as a look at every rule. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsWhatALookAtEveryRuleFinds(long seed) {
        var random = new SplittableRandom(seed);
        var rules = IntStream.range(0, 60).mapToObj(i -> any("r" + i, random)).toList();
        var book = new Rulebook(rules);

        for (int i = 0; i < 500; i++) {
            var sku = "s" + random.nextInt(3);
            var merchant = "m" + random.nextInt(3);
            var category = "c" + random.nextInt(3);
            var time = JANUARY.plusSeconds(random.nextInt(-5, 105));
            var expected = rules.stream()
                    .flatMap(rule -> rule.inForceAt(time).stream()
                            .filter(version -> version.terms().scope().covers(sku, merchant, category))
                            .map(version -> rule.ruleId() + "/" + version.version()))
                    .toList();

            assertThat(names(book.matches(sku, merchant, category, time)))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void refusesWhatIsNoRule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> version(1, draft -> draft.rate = 10_001))
                .withMessage("rate_basis_points: 10001 (expected: 0..10000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> version(1, draft -> draft.until = JANUARY))
                .withMessage("valid_until: 2026-01-01T00:00:00Z (expected: after 2026-01-01T00:00:00Z)");
        assertThatIllegalArgumentException().isThrownBy(() -> version(1, draft -> draft.priority = 1_001));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> version(1, draft -> {
                    draft.currency = "EUR";
                    draft.capPerLine = 1;
                }))
                .withMessage("currency: EUR (expected: GBP, as an amount in the rule)");
        assertThatIllegalArgumentException().isThrownBy(() -> version(1, draft -> draft.capPerUser = 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> version(1, draft -> {
                    draft.tier(100, 1);
                    draft.tier(100, 2);
                }));
        assertThatIllegalArgumentException().isThrownBy(() -> new RebateRule("r", 0, List.of(), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RebateRule("r", 1, List.of(version(2, draft -> {})), null))
                .withMessage("version: 2 (expected: 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Approval("olga", JANUARY, "olga", JANUARY, false, null))
                .withMessage("approved_by: olga (expected: another than proposed it)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proposal(RuleFixture.terms(draft -> {}), true, " ", "olga", JANUARY));
    }

    private static RebateRule any(String ruleId, SplittableRandom random) {
        var versions = IntStream.rangeClosed(1, random.nextInt(1, 4))
                .mapToObj(number -> version(number, draft -> {
                    draft.sku = oneOf("s", random);
                    draft.merchant = oneOf("m", random);
                    draft.category = oneOf("c", random);
                    draft.from = JANUARY.plusSeconds(random.nextInt(100));
                    draft.until = random.nextBoolean() ? null : draft.from.plusSeconds(random.nextInt(1, 50));
                    draft.active = random.nextInt(5) > 0;
                }))
                .toList();
        return new RebateRule(ruleId, 9, versions, null);
    }

    private static @Nullable String oneOf(String kind, SplittableRandom random) {
        return random.nextInt(3) > 0 ? null : kind + random.nextInt(3);
    }

    private static List<String> at(Instant time, RebateRule... rules) {
        return names(new Rulebook(List.of(rules)).matches("TEA", "own", "tea", time));
    }

    private static List<String> names(List<Rulebook.Match> matches) {
        return matches.stream()
                .map(match -> match.ruleId() + "/" + match.version().version())
                .toList();
    }
}
