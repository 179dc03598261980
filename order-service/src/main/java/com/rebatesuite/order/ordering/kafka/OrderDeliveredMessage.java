package com.rebatesuite.order.ordering.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.order.ordering.OrderEvent;
import java.time.Instant;
import java.util.UUID;

/** contracts/events/order-delivered.v1, as data. */
record OrderDeliveredMessage(
        UUID orderId, int sequence, String userId, Instant occurredAt, Instant returnWindowEndsAt) {

    static OrderDeliveredMessage of(OrderEvent.Delivered delivered) {
        var order = delivered.order();
        return new OrderDeliveredMessage(
                order.id(),
                order.progress().sequence(),
                order.userId(),
                delivered.occurredAt(),
                requireNonNull(order.progress().deadline()));
    }
}
