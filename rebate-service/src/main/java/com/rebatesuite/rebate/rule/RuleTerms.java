package com.rebatesuite.rebate.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says.
 *
 * @param currency the only currency it applies to; needed as soon as it names an amount
 * @param priority the highest among the rules for a line decides
 * @param stackable it comes on top of the rule that decides
 * @param validUntil exclusive; absent: no end
 * @param active false: from {@code validFrom} on the rule no longer applies
 */
public record RuleTerms(
        String title,
        Scope scope,
        Reward reward,
        Conditions conditions,
        Caps caps,
        @Nullable String currency,
        int priority,
        boolean stackable,
        Instant validFrom,
        @Nullable Instant validUntil,
        boolean active) {

    public static final int HIGHEST_PRIORITY = 1_000;

    public RuleTerms {
        if (validUntil != null && !validUntil.isAfter(validFrom)) {
            throw new IllegalArgumentException("valid_until: " + validUntil + " (expected: after " + validFrom + ")");
        }
        if (priority < 0 || priority > HIGHEST_PRIORITY) {
            throw new IllegalArgumentException("priority: " + priority + " (expected: 0.." + HIGHEST_PRIORITY + ")");
        }
        for (var amount : amounts(reward, conditions, caps)) {
            if (!amount.currency().equals(currency)) {
                throw new IllegalArgumentException(
                        "currency: " + currency + " (expected: " + amount.currency() + ", as an amount in the rule)");
            }
        }
    }

    private static List<Amount> amounts(Reward reward, Conditions conditions, Caps caps) {
        var amounts = new ArrayList<Amount>();
        switch (reward) {
            case Reward.Fixed fixed -> amounts.add(fixed.perUnit());
            case Reward.Percent percent -> percent.tiers().forEach(tier -> amounts.add(tier.from()));
        }
        addIfThere(amounts, conditions.minSpend());
        addIfThere(amounts, caps.perLine());
        addIfThere(amounts, caps.perOrder());
        addIfThere(amounts, caps.perUser());
        addIfThere(amounts, caps.budget());
        return amounts;
    }

    private static void addIfThere(List<Amount> amounts, @Nullable Amount amount) {
        if (amount != null) {
            amounts.add(amount);
        }
    }
}
