package com.rebatesuite.rebate.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulebookTest {

    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void prefersMerchantAndCategoryBeforeMerchantBeforeCategoryBeforeEverything() {
        var all = rule("all", version(1, null, null, 900, JANUARY, null));
        var category = rule("category", version(1, null, "tea", 800, JANUARY, null));
        var merchant = rule("merchant", version(1, "own", null, 700, JANUARY, null));
        var both = rule("both", version(1, "own", "tea", 100, JANUARY, null));

        assertThat(best(all, category, merchant, both)).isEqualTo("both/1");
        assertThat(best(all, category, merchant)).isEqualTo("merchant/1");
        assertThat(best(all, category)).isEqualTo("category/1");
        assertThat(best(all)).isEqualTo("all/1");
        assertThat(best()).isEqualTo("none");
    }

    @Test
    void prefersTheHigherRateAndThenTheFirstByName() {
        var low = rule("a", version(1, null, "tea", 100, JANUARY, null));
        var high = rule("c", version(1, null, "tea", 200, JANUARY, null));
        var same = rule("b", version(1, null, "tea", 200, JANUARY, null));

        assertThat(best(low, high)).isEqualTo("c/1");
        assertThat(best(low, high, same)).isEqualTo("b/1");
    }

    @Test
    void looksOnlyAtRulesForTheLine() {
        var other = rule("other", version(1, "theirs", "tea", 100, JANUARY, null));

        assertThat(best(other)).isEqualTo("none");
    }

    @Test
    void appliesFromItsFirstInstantUntilBeforeItsLast() {
        var rule = rule("r", version(1, null, null, 100, JANUARY, FEBRUARY));

        assertThat(at(JANUARY.minusNanos(1), rule)).isEqualTo("none");
        assertThat(at(JANUARY, rule)).isEqualTo("r/1");
        assertThat(at(FEBRUARY.minusNanos(1), rule)).isEqualTo("r/1");
        assertThat(at(FEBRUARY, rule)).isEqualTo("none");
    }

    @Test
    void judgesAnOrderByTheVersionThatWasInForceWhenItOccurred() {
        var rule = rule(
                "r",
                version(1, null, null, 100, JANUARY, null),
                version(2, null, null, 200, FEBRUARY, null),
                new RuleVersion(3, "off", null, null, 200, MARCH, null, false));

        assertThat(at(FEBRUARY.minusSeconds(1), rule)).isEqualTo("r/1");
        assertThat(at(FEBRUARY, rule)).isEqualTo("r/2");
        assertThat(at(MARCH, rule)).isEqualTo("none");
    }

    @Test
    void letsALaterVersionCorrectAnEarlierOneOfTheSameTime() {
        var rule = rule("r", version(1, null, null, 100, JANUARY, null), version(2, null, null, 150, JANUARY, null));

        assertThat(at(JANUARY, rule)).isEqualTo("r/2");
    }

    @Test
    void refusesWhatIsNoRule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> version(1, null, null, 10_001, JANUARY, null))
                .withMessage("rate_basis_points: 10001 (expected: 0..10000)");
        assertThatIllegalArgumentException().isThrownBy(() -> version(1, null, null, 1, FEBRUARY, JANUARY));
        assertThatIllegalArgumentException().isThrownBy(() -> new RebateRule("r", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule("r", version(1, null, null, 1, JANUARY, null))
                        .changedTo(version(3, null, null, 1, JANUARY, null)));
    }

    private static String best(RebateRule... rules) {
        return at(JANUARY, rules);
    }

    private static String at(Instant time, RebateRule... rules) {
        return new Rulebook(List.of(rules))
                .ruleFor("own", "tea", time)
                .map(match -> match.ruleId() + "/" + match.version().version())
                .orElse("none");
    }

    private static RebateRule rule(String id, RuleVersion... versions) {
        return new RebateRule(id, List.of(versions));
    }

    private static RuleVersion version(
            int version,
            @Nullable String merchant,
            @Nullable String category,
            int rate,
            Instant from,
            @Nullable Instant until) {
        return new RuleVersion(version, "a rule", merchant, category, rate, from, until, true);
    }
}
