package com.rebatesuite.order.hold.kafka;

import com.rebatesuite.order.ordering.Missing;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we need of contracts/events/reservation-refused.v1. */
record ReservationRefusedMessage(UUID orderId, @Nullable String reason, List<Missing> missing) {

    ReservationRefusedMessage {
        Objects.requireNonNull(orderId, "order_id");
        missing = List.copyOf(Objects.requireNonNull(missing, "missing"));
    }
}
