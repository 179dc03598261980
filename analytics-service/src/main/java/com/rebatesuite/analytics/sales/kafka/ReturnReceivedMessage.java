package com.rebatesuite.analytics.sales.kafka;

import com.rebatesuite.analytics.sales.Cause;
import com.rebatesuite.analytics.sales.OrderFact;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What sales need of contracts/events/return-received.v1. */
record ReturnReceivedMessage(String orderId, long sequence, Instant occurredAt, List<Line> lines) {

    ReturnReceivedMessage {
        Objects.requireNonNull(orderId, "order_id");
        Objects.requireNonNull(occurredAt, "occurred_at");
        lines = List.copyOf(lines);
    }

    OrderFact fact(String eventId) {
        return new OrderFact(
                new Cause(orderId, sequence, eventId),
                OrderFact.Kind.RETURNED,
                occurredAt,
                lines.stream().map(Line::returned).toList());
    }

    record Line(String sku, long quantity, Money refund) {

        Line {
            Objects.requireNonNull(sku, "sku");
            Objects.requireNonNull(refund, "refund");
        }

        OrderFact.Line returned() {
            return new OrderFact.Line(sku, quantity, refund.currency(), refund.minor());
        }
    }
}
