package com.rebatesuite.order.ordering.kafka;

import com.rebatesuite.order.ordering.OrderEvent;
import java.time.Instant;
import java.util.UUID;

/** contracts/events/order-confirmed.v1, order-shipped.v1 and order-expired.v1, as data: nothing but the fact. */
record OrderMovedMessage(UUID orderId, int sequence, String userId, Instant occurredAt) {

    static OrderMovedMessage of(OrderEvent event) {
        var order = event.order();
        return new OrderMovedMessage(order.id(), order.progress().sequence(), order.userId(), event.occurredAt());
    }
}
