package com.rebatesuite.inventory.commit.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.rebatesuite.inventory.reservation.Backordered;
import com.rebatesuite.inventory.reservation.ReservationChanged;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What is said in reservation-held.v1. */
record ReservationHeldMessage(
        UUID orderId,
        int sequence,
        String userId,
        Instant occurredAt,
        Instant expiresAt,
        List<LineJson> lines,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BackorderedJson> backordered) {

    /** Says that a hold does not end by itself, as the contract promises an instant in every case. */
    static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    static ReservationHeldMessage of(ReservationChanged change) {
        var reservation = change.reservation();
        return new ReservationHeldMessage(
                reservation.orderId(),
                reservation.sequence(),
                reservation.userId(),
                change.at(),
                Objects.requireNonNullElse(reservation.expiresAt(), NEVER),
                LineJson.of(reservation),
                reservation.backordered().stream().map(BackorderedJson::of).toList());
    }

    /** Units of one product that are promised and still to come. */
    record BackorderedJson(String sku, long quantity) {

        static BackorderedJson of(Backordered part) {
            return new BackorderedJson(part.sku(), part.quantity());
        }
    }
}
