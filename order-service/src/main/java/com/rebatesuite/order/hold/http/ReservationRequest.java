package com.rebatesuite.order.hold.http;

import com.rebatesuite.order.ordering.Order;
import java.util.List;

/** The body of {@code PUT /internal/reservations/{order_id}} of inventory-service. */
record ReservationRequest(String userId, List<Line> lines) {

    static ReservationRequest of(Order order) {
        return new ReservationRequest(
                order.userId(),
                order.lines().stream()
                        .map(line -> new Line(line.sku(), line.quantity()))
                        .toList());
    }

    record Line(String sku, int quantity) {}
}
