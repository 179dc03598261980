package com.rebatesuite.analytics.sales.kafka;

import com.rebatesuite.analytics.sales.Sale;
import java.time.Instant;

/** contracts/events/sale-late.v1: a sale that came after its minute was closed for good, with where it came from. */
record SaleLateMessage(
        String sku,
        Instant minute,
        Instant occurredAt,
        String orderId,
        long sequence,
        String eventId,
        long orders,
        long unitsSold,
        long unitsReturned,
        Money revenue,
        Money refunded) {

    static final String TYPE = "sale-late.v1";

    static SaleLateMessage of(Sale sale) {
        var delta = sale.delta();
        return new SaleLateMessage(
                sale.sku(),
                sale.minute().start(),
                sale.occurredAt(),
                sale.cause().orderId(),
                sale.cause().sequence(),
                sale.cause().eventId(),
                delta.orders(),
                delta.unitsSold(),
                delta.unitsReturned(),
                new Money(sale.currency(), delta.revenueMinor()),
                new Money(sale.currency(), delta.refundedMinor()));
    }
}
