package com.rebatesuite.rebate.ledger.kafka;

import static java.util.Objects.requireNonNull;

import java.util.Currency;

/** An amount on the wire: ISO 4217 currency and minor units. */
record MoneyMessage(String currency, long minor) {

    MoneyMessage {
        // Throws for what is no currency.
        Currency.getInstance(requireNonNull(currency, "currency"));
    }
}
