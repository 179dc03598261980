package com.rebatesuite.order.ordering.kafka;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.rebatesuite.order.Money;
import com.rebatesuite.order.ordering.OrderEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** contracts/events/order-paid.v1, as data. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderPaidMessage(
        UUID orderId,
        int sequence,
        String userId,
        Instant occurredAt,
        String channel,
        @Nullable String partner,
        @Nullable String externalNumber,
        Instant receivedAt,
        Instant recordedAt,
        Money total,
        @Nullable Money voucher,
        @Nullable Money shipping,
        List<LineMessage> lines,
        String paymentReference) {

    static OrderPaidMessage of(OrderEvent.Paid paid) {
        var order = paid.order();
        return new OrderPaidMessage(
                order.id(),
                order.progress().sequence(),
                order.userId(),
                paid.occurredAt(),
                order.origin().channel(),
                order.origin().partner(),
                order.origin().externalNumber(),
                order.times().receivedAt(),
                order.times().recordedAt(),
                order.total(),
                AmountMessage.unlessZero(order.voucher()),
                AmountMessage.unlessZero(order.shipping()),
                LineMessage.of(order),
                requireNonNull(order.progress().paymentReference()));
    }
}
