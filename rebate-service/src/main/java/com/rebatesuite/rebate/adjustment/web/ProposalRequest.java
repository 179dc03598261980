package com.rebatesuite.rebate.adjustment.web;

import com.rebatesuite.rebate.reason.Reason;
import com.rebatesuite.rebate.view.MoneyView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** What a shopper shall get, or lose if the amount is below zero, and why. */
record ProposalRequest(
        @NotNull @Valid Amount amount, @Reason String reason) {

    record Amount(
            @NotNull @Pattern(regexp = "[A-Z]{3}", message = "an ISO 4217 currency") String currency,

            @NotNull @Min(-1_000_000_000) @Max(1_000_000_000) Long minor) {

        @AssertTrue(message = "minor must not be 0") boolean isSomething() {
            return minor == null || minor != 0;
        }

        MoneyView money() {
            return new MoneyView(currency, minor);
        }
    }
}
