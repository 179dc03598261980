package com.rebatesuite.analytics.sales.kafka;

import java.util.Objects;

/** An amount on the wire: minor units of an ISO 4217 currency. */
record Money(String currency, long minor) {

    Money {
        Objects.requireNonNull(currency, "currency");
    }
}
