package com.rebatesuite.rebate.quote;

import com.rebatesuite.rebate.rule.Amount;
import com.rebatesuite.rebate.rule.Approval;
import com.rebatesuite.rebate.rule.CapPeriod;
import com.rebatesuite.rebate.rule.Caps;
import com.rebatesuite.rebate.rule.Conditions;
import com.rebatesuite.rebate.rule.RebateRule;
import com.rebatesuite.rebate.rule.Reward;
import com.rebatesuite.rebate.rule.RuleTerms;
import com.rebatesuite.rebate.rule.RuleVersion;
import com.rebatesuite.rebate.rule.Rulebook;
import com.rebatesuite.rebate.rule.Scope;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rules for products in GBP, in force since ever. */
public final class Rules {

    public static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    private static final Instant SINCE = Instant.parse("2025-01-01T00:00:00Z");
    private static final Approval APPROVAL = new Approval("olga", SINCE, "otto", SINCE, false, null);

    private Rules() {}

    public static Rulebook book(RebateRule... rules) {
        return new Rulebook(List.of(rules));
    }

    public static RebateRule percent(String id, int basisPoints) {
        return rule(id, new Reward.Percent(basisPoints, List.of()), Conditions.NONE, Caps.NONE, 0, false);
    }

    public static RebateRule rule(
            String id, Reward reward, Conditions conditions, Caps caps, int priority, boolean stackable) {
        var terms = new RuleTerms(
                "Title of " + id,
                Scope.EVERYTHING,
                reward,
                conditions,
                caps,
                "GBP",
                priority,
                stackable,
                SINCE,
                null,
                true);
        return new RebateRule(id, 1, List.of(new RuleVersion(1, terms, APPROVAL)), null);
    }

    /** The rule with one more version, by which it no longer applies. */
    static RebateRule ended(RebateRule rule) {
        var terms = rule.versions().getLast().terms();
        var over = new RuleTerms(
                terms.title(),
                terms.scope(),
                terms.reward(),
                terms.conditions(),
                terms.caps(),
                terms.currency(),
                terms.priority(),
                terms.stackable(),
                AT.minusSeconds(1),
                null,
                false);
        return new RebateRule(
                rule.ruleId(), 2, List.of(rule.versions().getLast(), new RuleVersion(2, over, APPROVAL)), null);
    }

    /** Up to six rules of any kind. */
    static Rulebook any(SplittableRandom random) {
        return new Rulebook(IntStream.range(0, random.nextInt(7))
                .mapToObj(number -> any("rule-" + number, random))
                .toList());
    }

    private static RebateRule any(String id, SplittableRandom random) {
        return rule(id, anyReward(random), anyConditions(random), anyCaps(random), random.nextInt(3), one(5, random));
    }

    private static Reward anyReward(SplittableRandom random) {
        if (one(4, random)) {
            return new Reward.Fixed(gbp(random.nextLong(40)));
        }
        var tiers = one(3, random)
                ? List.of(new Reward.Tier(gbp(random.nextLong(2) * 5_000), random.nextInt(1_000)))
                : List.<Reward.Tier>of();
        return new Reward.Percent(random.nextInt(1_000), tiers);
    }

    private static Conditions anyConditions(SplittableRandom random) {
        return new Conditions(some(4, 3_000, random), one(6, random), one(6, random));
    }

    private static Caps anyCaps(SplittableRandom random) {
        var perUser = some(5, 100, random);
        return new Caps(
                some(4, 60, random),
                some(5, 80, random),
                perUser,
                perUser == null ? null : CapPeriod.MONTH,
                some(5, 1_000_000, random));
    }

    private static @Nullable Amount some(int outOf, long below, SplittableRandom random) {
        return one(outOf, random) ? gbp(random.nextLong(below)) : null;
    }

    private static boolean one(int outOf, SplittableRandom random) {
        return random.nextInt(outOf) == 0;
    }

    static Amount gbp(long minor) {
        return new Amount("GBP", minor);
    }
}
