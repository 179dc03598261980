package com.rebatesuite.rebate.simulation.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.rebate.rule.Amount;

/** An amount on the wire. */
record MoneyMessage(String currency, long minor) {

    MoneyMessage {
        requireNonNull(currency, "currency");
    }

    Amount amount() {
        return new Amount(currency, minor);
    }

    /** The minor units, if they are of that currency. */
    long minor(String expected) {
        if (!currency.equals(expected)) {
            throw new IllegalArgumentException("currency: " + currency + " (expected: " + expected + " as the total)");
        }
        return minor;
    }
}
