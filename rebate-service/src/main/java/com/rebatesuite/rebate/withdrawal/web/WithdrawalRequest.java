package com.rebatesuite.rebate.withdrawal.web;

import com.rebatesuite.rebate.view.MoneyView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** How much a shopper wants. */
record WithdrawalRequest(@NotNull @Valid Amount amount) {

    /** In minor units of the currency. */
    record Amount(
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
            @NotNull @Min(1) @Max(1_000_000_000_000L) Long minor) {

        MoneyView money() {
            return new MoneyView(currency, minor);
        }
    }
}
