package com.rebatesuite.rebate.ledger.kafka;

import static java.util.Objects.requireNonNull;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** An amount on the wire: ISO 4217 currency and minor units. */
record MoneyMessage(String currency, long minor) {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    MoneyMessage {
        if (!CURRENCIES.contains(requireNonNull(currency, "currency"))) {
            throw new IllegalArgumentException("currency: " + currency + " (expected: a code of ISO 4217)");
        }
    }

    /** The minor units, if they are of that currency. */
    long minor(String expected) {
        if (!currency.equals(expected)) {
            throw new IllegalArgumentException("currency: " + currency + " (expected: " + expected + " as the total)");
        }
        return minor;
    }
}
