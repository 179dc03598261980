package com.rebatesuite.order.ordering.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.rebatesuite.order.Money;
import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.OrderEvent;
import com.rebatesuite.order.ordering.StockPolicy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** contracts/events/order-placed.v1, as data. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderPlacedMessage(
        UUID orderId,
        int sequence,
        String userId,
        Instant occurredAt,
        String channel,
        @Nullable String partner,
        @Nullable String externalNumber,
        @Nullable String stockPolicy,
        Instant receivedAt,
        Instant recordedAt,
        Money total,
        @Nullable Money voucher,
        @Nullable Money shipping,
        List<LineMessage> lines) {

    static OrderPlacedMessage of(OrderEvent.Placed placed) {
        var order = placed.order();
        return new OrderPlacedMessage(
                order.id(),
                order.progress().sequence(),
                order.userId(),
                placed.occurredAt(),
                order.origin().channel(),
                order.origin().partner(),
                order.origin().externalNumber(),
                stockPolicy(order),
                order.times().receivedAt(),
                order.times().recordedAt(),
                order.total(),
                AmountMessage.unlessZero(order.voucher()),
                AmountMessage.unlessZero(order.shipping()),
                LineMessage.of(order));
    }

    /** Said only where it is not the usual. */
    private static @Nullable String stockPolicy(Order order) {
        var policy = order.origin().stockPolicy();
        return policy == StockPolicy.HOLD ? null : policy.wire();
    }
}
