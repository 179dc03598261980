package com.rebatesuite.rebate.rule.web;

import com.rebatesuite.rebate.rule.Reward.Tier;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** From this monthly spend on, another rate. */
record TierBody(
        @NotNull @Valid MoneyBody from,
        @NotNull @Min(0) @Max(10_000) Integer rateBasisPoints) {

    static TierBody of(Tier tier) {
        return new TierBody(new MoneyBody(tier.from().currency(), tier.from().minor()), tier.basisPoints());
    }

    Tier toTier() {
        return new Tier(from.toAmount(), rateBasisPoints);
    }
}
