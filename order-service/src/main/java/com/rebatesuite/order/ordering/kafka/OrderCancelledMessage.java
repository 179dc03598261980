package com.rebatesuite.order.ordering.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.order.ordering.OrderEvent;
import java.time.Instant;
import java.util.UUID;

/** contracts/events/order-cancelled.v1, as data. */
record OrderCancelledMessage(UUID orderId, int sequence, String userId, Instant occurredAt, String reason) {

    static OrderCancelledMessage of(OrderEvent.Cancelled cancelled) {
        var order = cancelled.order();
        return new OrderCancelledMessage(
                order.id(),
                order.progress().sequence(),
                order.userId(),
                cancelled.occurredAt(),
                requireNonNull(order.progress().reason()));
    }
}
