package com.rebatesuite.rebate.claim.web;

import com.rebatesuite.rebate.claim.ClaimFiled.Purchase;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was bought, where and when, and what was paid for it. */
record ClaimRequest(
        @NotBlank @Size(max = 64) String merchant,
        @NotBlank @Size(max = 128) String externalNumber,
        @NotNull Instant purchasedAt,
        @NotNull @Valid PositiveAmount amount,
        @Nullable @Size(min = 1, max = 500) String note) {

    Purchase purchase() {
        return new Purchase(merchant.strip(), externalNumber.strip(), purchasedAt, amount.money());
    }
}
