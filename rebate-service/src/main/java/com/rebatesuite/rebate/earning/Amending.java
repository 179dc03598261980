package com.rebatesuite.rebate.earning;

import com.rebatesuite.rebate.rule.RuleVersion;
import com.rebatesuite.rebate.rule.Rulebook;
import org.jspecify.annotations.Nullable;

/** A part of a line's rebate follows the line's amount when the partner raises or cuts that. */
public final class Amending {

    private Amending() {}

    /**
     * What the part has earned when the line costs {@code newBase} and no longer {@code oldBase}, in minor units. A raise ends
     * at the line cap of the rule's version; a rule with a budget never gives more afterwards.
     *
     * @param rule absent when a coupon alone brought it
     */
    public static long amended(@Nullable AppliedRule rule, long earned, long oldBase, long newBase, Rulebook rules) {
        if (oldBase == 0) {
            return earned;
        }
        long scaled = HalfEven.share(earned, newBase, oldBase);
        if (scaled <= earned || rule == null) {
            return scaled;
        }
        // A version that nobody knows may have had a budget.
        return rules.version(rule.ruleId(), rule.version())
                .map(version -> raised(version, earned, scaled))
                .orElse(earned);
    }

    private static long raised(RuleVersion version, long earned, long scaled) {
        var caps = version.terms().caps();
        if (caps.budget() != null) {
            return earned;
        }
        return caps.perLine() == null
                ? scaled
                : Math.min(scaled, Math.max(earned, caps.perLine().minor()));
    }
}
