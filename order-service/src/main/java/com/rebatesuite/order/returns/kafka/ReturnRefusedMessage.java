package com.rebatesuite.order.returns.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.order.returns.ReturnEvent;
import java.time.Instant;
import java.util.UUID;

/** contracts/events/return-refused.v1, as data. */
record ReturnRefusedMessage(
        UUID orderId, int sequence, String userId, Instant occurredAt, UUID returnId, String reason) {

    static ReturnRefusedMessage of(ReturnEvent.Refused refused) {
        var order = refused.order();
        return new ReturnRefusedMessage(
                order.id(),
                order.progress().sequence(),
                order.userId(),
                refused.occurredAt(),
                refused.returned().id(),
                requireNonNull(refused.returned().refusal()));
    }
}
