package com.rebatesuite.rebate.withdrawal.web;

import com.rebatesuite.rebate.withdrawal.PayoutMethod;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Where a shopper wants his money. */
record MethodRequest(
        @NotNull @Pattern(regexp = "iban|paypal") String kind,
        @NotNull @Size(max = 254) String account,
        @NotNull @Size(max = 100) String holder) {

    PayoutMethod method() {
        return new PayoutMethod(kind, account, holder);
    }
}
