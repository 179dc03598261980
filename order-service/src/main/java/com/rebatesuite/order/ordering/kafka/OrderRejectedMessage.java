package com.rebatesuite.order.ordering.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.order.ordering.Missing;
import com.rebatesuite.order.ordering.OrderEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** contracts/events/order-rejected.v1, as data. */
record OrderRejectedMessage(
        UUID orderId, int sequence, String userId, Instant occurredAt, String reason, List<Missing> missing) {

    static OrderRejectedMessage of(OrderEvent.Rejected rejected) {
        var order = rejected.order();
        return new OrderRejectedMessage(
                order.id(),
                order.progress().sequence(),
                order.userId(),
                rejected.occurredAt(),
                requireNonNull(order.progress().reason()),
                order.progress().missing());
    }
}
