package com.rebatesuite.analytics.sales;

import java.time.Instant;

/** What one order event means for one sku and currency: units and money sold, or units and money returned. */
public record Sale(Cause cause, String sku, String currency, Instant occurredAt, Totals delta) {

    /** The minute it belongs to, by event time. */
    public MinuteKey minute() {
        return MinuteKey.of(occurredAt, currency, sku);
    }
}
