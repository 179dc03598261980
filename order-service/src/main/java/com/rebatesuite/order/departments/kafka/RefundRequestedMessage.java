package com.rebatesuite.order.departments.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.rebatesuite.order.Money;
import com.rebatesuite.order.departments.DepartmentRequest.RefundRequested;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** contracts/events/refund-requested.v1, as data. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefundRequestedMessage(
        UUID orderId,
        String userId,
        Instant occurredAt,
        @Nullable UUID returnId,
        Money amount,
        String reason) {

    static RefundRequestedMessage of(RefundRequested refund) {
        return new RefundRequestedMessage(
                refund.orderId(),
                refund.userId(),
                refund.occurredAt(),
                refund.returnId(),
                refund.amount(),
                refund.reason());
    }
}
