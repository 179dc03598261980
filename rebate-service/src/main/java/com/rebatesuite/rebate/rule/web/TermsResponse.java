package com.rebatesuite.rebate.rule.web;

import com.rebatesuite.rebate.rule.Reward.Fixed;
import com.rebatesuite.rebate.rule.Reward.Percent;
import com.rebatesuite.rebate.rule.RuleTerms;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule says, in the words of {@link RuleRequest}. */
record TermsResponse(
        String title,
        @Nullable String sku,
        @Nullable String merchant,
        @Nullable String category,
        @Nullable Integer rateBasisPoints,
        @Nullable MoneyBody fixed,
        @Nullable List<TierBody> tiers,
        @Nullable MoneyBody minSpend,
        @Nullable MoneyBody capPerLine,
        @Nullable MoneyBody capPerOrder,
        @Nullable MoneyBody capPerUser,
        @Nullable String capPeriod,
        @Nullable MoneyBody budget,
        @Nullable String currency,
        int priority,
        boolean stackable,
        boolean newUsersOnly,
        boolean couponRequired,
        Instant validFrom,
        @Nullable Instant validUntil,
        boolean active) {

    static TermsResponse of(RuleTerms terms) {
        var scope = terms.scope();
        var caps = terms.caps();
        var conditions = terms.conditions();
        return new TermsResponse(
                terms.title(),
                scope.sku(),
                scope.merchant(),
                scope.category(),
                terms.reward() instanceof Percent percent ? percent.basisPoints() : null,
                terms.reward() instanceof Fixed fixed ? MoneyBody.of(fixed.perUnit()) : null,
                terms.reward() instanceof Percent percent ? tiers(percent) : null,
                MoneyBody.of(conditions.minSpend()),
                MoneyBody.of(caps.perLine()),
                MoneyBody.of(caps.perOrder()),
                MoneyBody.of(caps.perUser()),
                caps.period() == null ? null : caps.period().toString(),
                MoneyBody.of(caps.budget()),
                terms.currency(),
                terms.priority(),
                terms.stackable(),
                conditions.newUsersOnly(),
                conditions.couponRequired(),
                terms.validFrom(),
                terms.validUntil(),
                terms.active());
    }

    private static @Nullable List<TierBody> tiers(Percent percent) {
        return percent.tiers().isEmpty()
                ? null
                : percent.tiers().stream().map(TierBody::of).toList();
    }
}
