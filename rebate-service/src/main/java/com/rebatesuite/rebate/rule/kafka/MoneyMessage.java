package com.rebatesuite.rebate.rule.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.rebate.rule.Amount;
import org.jspecify.annotations.Nullable;

/** An amount on the wire. */
record MoneyMessage(String currency, long minor) {

    MoneyMessage {
        requireNonNull(currency, "currency");
    }

    static @Nullable MoneyMessage of(@Nullable Amount amount) {
        return amount == null ? null : new MoneyMessage(amount.currency(), amount.minor());
    }

    static @Nullable Amount amount(@Nullable MoneyMessage money) {
        return money == null ? null : money.toAmount();
    }

    Amount toAmount() {
        return new Amount(currency, minor);
    }
}
