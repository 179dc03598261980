package com.rebatesuite.inventory.commit.kafka;

import com.rebatesuite.inventory.reservation.ReservationChanged;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is said in reservation-committed.v1, -released.v1 and -expired.v1, which differ in their type only. */
record ReservationEndedMessage(UUID orderId, int sequence, String userId, Instant occurredAt, List<LineJson> lines) {

    static ReservationEndedMessage of(ReservationChanged change) {
        var reservation = change.reservation();
        return new ReservationEndedMessage(
                reservation.orderId(),
                reservation.sequence(),
                reservation.userId(),
                change.at(),
                LineJson.of(reservation));
    }
}
