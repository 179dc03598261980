package com.rebatesuite.order.ordering.kafka;

import com.rebatesuite.order.ordering.OrderEvent;
import java.time.Instant;
import java.util.UUID;

/** contracts/events/order-completed.v1, as data. */
record OrderCompletedMessage(UUID orderId, int sequence, String userId, Instant occurredAt, String channel) {

    static OrderCompletedMessage of(OrderEvent.Completed completed) {
        var order = completed.order();
        return new OrderCompletedMessage(
                order.id(),
                order.progress().sequence(),
                order.userId(),
                completed.occurredAt(),
                order.origin().channel());
    }
}
