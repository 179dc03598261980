package com.rebatesuite.order.hold.kafka;

import java.util.Objects;
import java.util.UUID;

/** What we need of contracts/events/reservation-held.v1. */
record ReservationHeldMessage(UUID orderId) {

    ReservationHeldMessage {
        Objects.requireNonNull(orderId, "order_id");
    }
}
