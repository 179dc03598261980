package com.rebatesuite.rebate.rule.web;

import com.rebatesuite.rebate.rule.Amount;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** An amount in minor units. */
record MoneyBody(
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
        @NotNull @Min(0) @Max(1_000_000_000_000L) Long minor) {

    static @Nullable MoneyBody of(@Nullable Amount amount) {
        return amount == null ? null : new MoneyBody(amount.currency(), amount.minor());
    }

    static @Nullable Amount amount(@Nullable MoneyBody money) {
        return money == null ? null : money.toAmount();
    }

    Amount toAmount() {
        return new Amount(currency, minor);
    }
}
