package com.rebatesuite.rebate.earning;

import com.rebatesuite.rebate.rule.Rulebook.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would give a line; nothing is taken yet.
 *
 * @param rateBasisPoints the rate of the tier that counts; 0 for a fixed amount
 * @param minor after all caps and the budget
 * @param wanted after all caps, before the budget
 * @param cap the shopper's cap that it uses up
 */
record Offer(
        Match match,
        int rateBasisPoints,
        long minor,
        long wanted,
        @Nullable String cap,
        boolean budgeted,
        List<Step> steps) {

    String ruleId() {
        return match.ruleId();
    }

    Part part(Role role, @Nullable String couponId) {
        return new Part(
                role,
                new AppliedRule(match.ruleId(), match.version().version(), rateBasisPoints),
                couponId,
                minor,
                steps);
    }
}
