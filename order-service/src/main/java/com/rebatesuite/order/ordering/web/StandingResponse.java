package com.rebatesuite.order.ordering.web;

import com.rebatesuite.order.ordering.OrderState;
import com.rebatesuite.order.ordering.Standing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How an order stands, for services that keep something for it. */
record StandingResponse(
        UUID orderId, String userId, OrderState state, int sequence, Instant updatedAt, List<Line> lines) {

    static StandingResponse of(Standing standing) {
        return new StandingResponse(
                standing.orderId(),
                standing.userId(),
                standing.state(),
                standing.sequence(),
                standing.updatedAt(),
                standing.lines().stream()
                        .map(line -> new Line(line.sku(), line.quantity()))
                        .toList());
    }

    record Line(String sku, int quantity) {}
}
