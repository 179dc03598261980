package com.rebatesuite.rebate.rule.web;

import com.rebatesuite.rebate.rule.CapPeriod;
import com.rebatesuite.rebate.rule.Caps;
import com.rebatesuite.rebate.rule.ChangeRule.Wish;
import com.rebatesuite.rebate.rule.Conditions;
import com.rebatesuite.rebate.rule.Reward;
import com.rebatesuite.rebate.rule.Reward.Fixed;
import com.rebatesuite.rebate.rule.Reward.Percent;
import com.rebatesuite.rebate.rule.RuleTerms;
import com.rebatesuite.rebate.rule.Scope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rule shall say: a rate with or without tiers, or a fixed amount per unit. Without sku, merchant or category it is
 * for all of them; without {@code active} it is active; {@code retroactive} needs a reason.
 */
record RuleRequest(
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(min = 1, max = 100) String sku,
        @Nullable @Size(min = 1, max = 100) String merchant,
        @Nullable @Size(min = 1, max = 100) String category,
        @Nullable @Min(0) @Max(10_000) Integer rateBasisPoints,
        @Nullable @Valid MoneyBody fixed,
        @Nullable @Size(max = 20) List<@NotNull @Valid TierBody> tiers,
        @Nullable @Valid MoneyBody minSpend,
        @Nullable @Valid MoneyBody capPerLine,
        @Nullable @Valid MoneyBody capPerOrder,
        @Nullable @Valid MoneyBody capPerUser,
        @Nullable @Pattern(regexp = "day|month|year|ever") String capPeriod,
        @Nullable @Valid MoneyBody budget,
        @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,
        @Nullable @Min(0) @Max(RuleTerms.HIGHEST_PRIORITY) Integer priority,
        @Nullable Boolean stackable,
        @Nullable Boolean newUsersOnly,
        @Nullable Boolean couponRequired,
        @NotNull Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Boolean active,
        @Nullable Boolean retroactive,
        @Nullable @Size(max = 500) String reason) {

    @AssertTrue(message = "valid_until must be after valid_from") boolean isValidityForward() {
        return validUntil == null || validFrom == null || validUntil.isAfter(validFrom);
    }

    @AssertTrue(message = "either rate_basis_points or fixed is needed, tiers only with the former") boolean isOneReward() {
        return (rateBasisPoints == null) != (fixed == null) && (fixed == null || tiers == null);
    }

    @AssertTrue(message = "cap_per_user and cap_period need each other") boolean isCapWithPeriod() {
        return (capPerUser == null) == (capPeriod == null);
    }

    @AssertTrue(message = "what counts for the past needs a reason") boolean isPastExplained() {
        return !is(retroactive) || (reason != null && !reason.isBlank());
    }

    /** Says the model's own objection when amounts contradict each other. */
    Wish wish(String by) {
        return new Wish(terms(), is(retroactive), reason, by);
    }

    private RuleTerms terms() {
        return new RuleTerms(
                title,
                new Scope(sku, merchant, category),
                reward(),
                new Conditions(MoneyBody.amount(minSpend), is(newUsersOnly), is(couponRequired)),
                caps(),
                currency,
                priority == null ? 0 : priority,
                is(stackable),
                validFrom,
                validUntil,
                active == null || active);
    }

    private Reward reward() {
        if (fixed != null) {
            return new Fixed(fixed.toAmount());
        }
        var steps = tiers == null ? List.<TierBody>of() : tiers;
        return new Percent(
                Objects.requireNonNull(rateBasisPoints),
                steps.stream().map(TierBody::toTier).toList());
    }

    private Caps caps() {
        return new Caps(
                MoneyBody.amount(capPerLine),
                MoneyBody.amount(capPerOrder),
                MoneyBody.amount(capPerUser),
                capPeriod == null ? null : CapPeriod.named(capPeriod),
                MoneyBody.amount(budget));
    }

    private static boolean is(@Nullable Boolean flag) {
        return flag != null && flag;
    }
}
