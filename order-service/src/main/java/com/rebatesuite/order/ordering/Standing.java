package com.rebatesuite.order.ordering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How an order stands: what others need who keep something for it, and since when. */
public record Standing(
        UUID orderId, String userId, OrderState state, int sequence, Instant updatedAt, List<Wanted> lines) {

    public Standing {
        lines = List.copyOf(lines);
    }
}
