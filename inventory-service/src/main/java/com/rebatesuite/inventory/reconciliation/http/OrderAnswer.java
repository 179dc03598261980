package com.rebatesuite.inventory.reconciliation.http;

import com.rebatesuite.inventory.reconciliation.OrderSeen;
import com.rebatesuite.inventory.reconciliation.OrderState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What order-service answers about an order, as far as we read it. */
record OrderAnswer(UUID orderId, String userId, String state, int sequence, Instant updatedAt, List<LineAnswer> lines) {

    OrderSeen seen() {
        return new OrderSeen(
                orderId,
                userId,
                OrderState.of(state),
                sequence,
                updatedAt,
                lines.stream()
                        .map(line -> new OrderSeen.Units(line.sku(), line.quantity()))
                        .toList());
    }

    record LineAnswer(String sku, long quantity) {}

    record States(List<OrderAnswer> orders) {}

    record Open(List<OrderAnswer> items, @Nullable String nextCursor) {}

    record Ids(List<UUID> ids) {}
}
