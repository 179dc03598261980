package com.rebatesuite.inventory.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What order-service says about an order, and since when. */
public record OrderSeen(
        UUID orderId, String userId, OrderState state, int sequence, Instant updatedAt, List<Units> lines) {

    public OrderSeen {
        lines = List.copyOf(lines);
    }

    /** So many units of a product. */
    public record Units(String sku, long quantity) {}
}
