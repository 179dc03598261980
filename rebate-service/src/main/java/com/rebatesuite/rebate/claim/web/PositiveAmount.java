package com.rebatesuite.rebate.claim.web;

import com.rebatesuite.rebate.view.MoneyView;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Money above zero, in minor units of its currency. */
record PositiveAmount(
        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "an ISO 4217 currency") String currency,

        @NotNull @Min(1) @Max(1_000_000_000) Long minor) {

    MoneyView money() {
        return new MoneyView(currency, minor);
    }
}
