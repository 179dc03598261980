package com.rebatesuite.analytics.sales.kafka;

import com.rebatesuite.analytics.sales.Cause;
import com.rebatesuite.analytics.sales.OrderFact;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What sales need of contracts/events/order-paid.v1. */
record OrderPaidMessage(String orderId, long sequence, Instant occurredAt, List<Line> lines) {

    OrderPaidMessage {
        Objects.requireNonNull(orderId, "order_id");
        Objects.requireNonNull(occurredAt, "occurred_at");
        lines = List.copyOf(lines);
    }

    OrderFact fact(String eventId) {
        return new OrderFact(
                new Cause(orderId, sequence, eventId),
                OrderFact.Kind.PAID,
                occurredAt,
                lines.stream().map(Line::sold).toList());
    }

    record Line(String sku, long quantity, Money amount) {

        Line {
            Objects.requireNonNull(sku, "sku");
            Objects.requireNonNull(amount, "amount");
        }

        OrderFact.Line sold() {
            return new OrderFact.Line(sku, quantity, amount.currency(), amount.minor());
        }
    }
}
