package com.rebatesuite.inventory.reservation.web;

import com.rebatesuite.inventory.reservation.Backordered;
import com.rebatesuite.inventory.reservation.Demand;
import com.rebatesuite.inventory.reservation.Line;
import com.rebatesuite.inventory.reservation.Refusal;
import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.inventory.reservation.Shortage;
import com.rebatesuite.inventory.reservation.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is promised to an order. A hold without {@code expires_at} does not end by itself. {@code demands} is what was
 * asked, {@code lines} what of it is or was held and where, {@code backordered} what of it is promised and still to come.
 */
record ReservationResponse(
        UUID orderId,
        String userId,
        String stockPolicy,
        String status,
        @Nullable Instant expiresAt,
        List<DemandResponse> demands,
        List<LineResponse> lines,
        List<BackorderedResponse> backordered,
        @Nullable String reason,
        List<MissingResponse> missing) {

    /** A hold that has run out counts as expired, whether or not somebody has come to note it. */
    static ReservationResponse of(Reservation reservation, Instant now) {
        var past = reservation.isPast(now);
        return new ReservationResponse(
                reservation.orderId(),
                reservation.userId(),
                reservation.asked().policy().wire(),
                (past ? Status.EXPIRED : reservation.status()).wire(),
                past ? null : reservation.expiresAt(),
                reservation.asked().demands().stream().map(DemandResponse::of).toList(),
                reservation.lines().stream().map(LineResponse::of).toList(),
                reservation.backordered().stream().map(BackorderedResponse::of).toList(),
                reason(reservation.refusal()),
                reservation.missing().stream().map(MissingResponse::of).toList());
    }

    private static @Nullable String reason(@Nullable Refusal refusal) {
        return refusal == null ? null : refusal.reason().wire();
    }

    /** Units of one product that were asked for, from one place if one was named. */
    record DemandResponse(String sku, @Nullable String location, long quantity) {

        static DemandResponse of(Demand demand) {
            return new DemandResponse(demand.sku(), demand.location(), demand.quantity());
        }
    }

    /** Units of one product at one place. */
    record LineResponse(String sku, String location, long quantity) {

        static LineResponse of(Line line) {
            return new LineResponse(line.key().sku(), line.key().location(), line.quantity());
        }
    }

    /** Units of one product that are still to come. */
    record BackorderedResponse(String sku, long quantity) {

        static BackorderedResponse of(Backordered part) {
            return new BackorderedResponse(part.sku(), part.quantity());
        }
    }

    /** What is short of one product. */
    record MissingResponse(String sku, long requested, long available) {

        static MissingResponse of(Shortage shortage) {
            return new MissingResponse(shortage.sku(), shortage.requested(), shortage.available());
        }
    }
}
