package com.rebatesuite.analytics.sales.kafka;

import com.rebatesuite.analytics.sales.MinuteKey;
import com.rebatesuite.analytics.sales.SalesMinute;
import com.rebatesuite.analytics.sales.Totals;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/** contracts/events/sales-minute.v1: written by the windows, read by the projection. */
record SalesMinuteMessage(
        String sku,
        Instant minute,
        String status,
        long revision,
        long orders,
        long unitsSold,
        long unitsReturned,
        Money revenue,
        Money refunded) {

    static final String TYPE = "sales-minute.v1";

    SalesMinuteMessage {
        Objects.requireNonNull(sku, "sku");
        Objects.requireNonNull(minute, "minute");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(revenue, "revenue");
        Objects.requireNonNull(refunded, "refunded");
    }

    static SalesMinuteMessage of(SalesMinute minute) {
        var key = minute.key();
        var totals = minute.totals();
        return new SalesMinuteMessage(
                key.sku(),
                key.start(),
                minute.status().name().toLowerCase(Locale.ROOT),
                minute.revision(),
                totals.orders(),
                totals.unitsSold(),
                totals.unitsReturned(),
                new Money(key.currency(), totals.revenueMinor()),
                new Money(key.currency(), totals.refundedMinor()));
    }

    SalesMinute toMinute() {
        return new SalesMinute(
                new MinuteKey(minute, revenue.currency(), sku),
                SalesMinute.Status.valueOf(status.toUpperCase(Locale.ROOT)),
                revision,
                new Totals(orders, unitsSold, unitsReturned, revenue.minor(), refunded.minor()));
    }
}
