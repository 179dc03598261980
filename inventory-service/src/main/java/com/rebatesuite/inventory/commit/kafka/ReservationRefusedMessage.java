package com.rebatesuite.inventory.commit.kafka;

import com.rebatesuite.inventory.reservation.ReservationChanged;
import com.rebatesuite.inventory.reservation.Shortage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What is said in reservation-refused.v1. */
record ReservationRefusedMessage(
        UUID orderId, int sequence, String userId, Instant occurredAt, String reason, List<MissingJson> missing) {

    static ReservationRefusedMessage of(ReservationChanged change) {
        var reservation = change.reservation();
        return new ReservationRefusedMessage(
                reservation.orderId(),
                reservation.sequence(),
                reservation.userId(),
                change.at(),
                Objects.requireNonNull(reservation.refusal()).reason().wire(),
                reservation.missing().stream().map(MissingJson::of).toList());
    }

    /** What is short of one product. */
    record MissingJson(String sku, long requested, long available) {

        static MissingJson of(Shortage shortage) {
            return new MissingJson(shortage.sku(), shortage.requested(), shortage.available());
        }
    }
}
