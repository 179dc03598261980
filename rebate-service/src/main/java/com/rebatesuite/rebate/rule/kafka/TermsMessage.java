package com.rebatesuite.rebate.rule.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.rebate.rule.CapPeriod;
import com.rebatesuite.rebate.rule.Caps;
import com.rebatesuite.rebate.rule.Conditions;
import com.rebatesuite.rebate.rule.Reward;
import com.rebatesuite.rebate.rule.Reward.Fixed;
import com.rebatesuite.rebate.rule.Reward.Percent;
import com.rebatesuite.rebate.rule.Reward.Tier;
import com.rebatesuite.rebate.rule.RuleTerms;
import com.rebatesuite.rebate.rule.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule says: rate and tiers, or a fixed amount. */
record TermsMessage(
        String title,
        @Nullable String sku,
        @Nullable String merchant,
        @Nullable String category,
        @Nullable Integer rateBasisPoints,
        @Nullable List<TierMessage> tiers,
        @Nullable MoneyMessage fixed,
        @Nullable MoneyMessage minSpend,
        @Nullable MoneyMessage capPerLine,
        @Nullable MoneyMessage capPerOrder,
        @Nullable MoneyMessage capPerUser,
        @Nullable String capPeriod,
        @Nullable MoneyMessage budget,
        @Nullable String currency,
        int priority,
        boolean stackable,
        boolean newUsersOnly,
        boolean couponRequired,
        Instant validFrom,
        @Nullable Instant validUntil,
        boolean active) {

    TermsMessage {
        requireNonNull(title, "title");
        requireNonNull(validFrom, "valid_from");
    }

    static TermsMessage of(RuleTerms terms) {
        var scope = terms.scope();
        var caps = terms.caps();
        var conditions = terms.conditions();
        var percent = terms.reward() instanceof Percent share ? share : null;
        var fixed = terms.reward() instanceof Fixed same ? same : null;
        return new TermsMessage(
                terms.title(),
                scope.sku(),
                scope.merchant(),
                scope.category(),
                percent == null ? null : percent.basisPoints(),
                percent == null || percent.tiers().isEmpty()
                        ? null
                        : percent.tiers().stream().map(TierMessage::of).toList(),
                fixed == null ? null : MoneyMessage.of(fixed.perUnit()),
                MoneyMessage.of(conditions.minSpend()),
                MoneyMessage.of(caps.perLine()),
                MoneyMessage.of(caps.perOrder()),
                MoneyMessage.of(caps.perUser()),
                caps.period() == null ? null : caps.period().toString(),
                MoneyMessage.of(caps.budget()),
                terms.currency(),
                terms.priority(),
                terms.stackable(),
                conditions.newUsersOnly(),
                conditions.couponRequired(),
                terms.validFrom(),
                terms.validUntil(),
                terms.active());
    }

    RuleTerms toTerms() {
        return new RuleTerms(
                title,
                new Scope(sku, merchant, category),
                reward(),
                new Conditions(MoneyMessage.amount(minSpend), newUsersOnly, couponRequired),
                caps(),
                currency,
                priority,
                stackable,
                validFrom,
                validUntil,
                active);
    }

    private Reward reward() {
        if ((rateBasisPoints == null) == (fixed == null)) {
            throw new IllegalArgumentException(
                    "rate_basis_points: " + rateBasisPoints + ", fixed: " + fixed + " (expected: one of them)");
        }
        return fixed != null
                ? new Fixed(fixed.toAmount())
                : new Percent(requireNonNull(rateBasisPoints), tiersOrNone());
    }

    private List<Tier> tiersOrNone() {
        return tiers == null
                ? List.of()
                : tiers.stream().map(TierMessage::toTier).toList();
    }

    private Caps caps() {
        return new Caps(
                MoneyMessage.amount(capPerLine),
                MoneyMessage.amount(capPerOrder),
                MoneyMessage.amount(capPerUser),
                capPeriod == null ? null : CapPeriod.named(capPeriod),
                MoneyMessage.amount(budget));
    }

    /** From this monthly spend on, another rate. */
    record TierMessage(MoneyMessage from, int rateBasisPoints) {

        TierMessage {
            requireNonNull(from, "from");
        }

        static TierMessage of(Tier tier) {
            return new TierMessage(
                    new MoneyMessage(tier.from().currency(), tier.from().minor()), tier.basisPoints());
        }

        Tier toTier() {
            return new Tier(from.toAmount(), rateBasisPoints);
        }
    }
}
