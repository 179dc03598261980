package com.rebatesuite.inventory.reservation.web;

import com.rebatesuite.inventory.reservation.Reservation;
import com.rebatesuite.inventory.reservation.Reservations;
import com.rebatesuite.inventory.reservation.Status;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reservations for operators. */
@RestController
@RequestMapping("/ops/stock/reservations")
class ReservationOperations {

    private final Reservations reservations;
    private final Clock clock;

    ReservationOperations(Reservations reservations, Clock clock) {
        this.reservations = reservations;
        this.clock = clock;
    }

    /** What is promised to one order. */
    @GetMapping("/{order_id}")
    ReservationResponse one(@PathVariable("order_id") UUID orderId) {
        return reservations.of(orderId).map(this::response).orElseThrow(() -> ReservationAnswers.unknown(orderId));
    }

    /** Reservations, latest order first; the status is the stored one, under which a hold that ran out may still be held. */
    @GetMapping
    Page<ReservationResponse> list(
            @RequestParam(required = false) @Nullable @Size(min = 1, max = 64) String sku,
            @RequestParam(name = "user_id", required = false) @Nullable @Size(min = 1, max = 200) String userId,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "held|refused|committed|released|expired") String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") @Min(1) @Max(200) int pageSize) {
        var wanted = new Reservations.Wanted(sku, userId, status == null ? null : Status.of(status));
        var found = reservations.before(orderIdBefore(cursor), wanted, pageSize + 1);
        var page = found.subList(0, Math.min(pageSize, found.size()));
        return new Page<>(
                page.stream().map(this::response).toList(), found.size() > pageSize ? after(page.getLast()) : null);
    }

    private ReservationResponse response(Reservation reservation) {
        return ReservationResponse.of(reservation, clock.instant());
    }

    private static String after(Reservation last) {
        return Cursor.of(last.orderId().toString()).encode();
    }

    private static @Nullable UUID orderIdBefore(@Nullable String cursor) {
        return Cursor.decode(cursor, 1).map(ReservationOperations::orderId).orElse(null);
    }

    private static UUID orderId(Cursor decoded) {
        try {
            return UUID.fromString(decoded.part(0));
        } catch (IllegalArgumentException notOurs) {
            throw Problems.refusal(
                    Problems.of(HttpStatus.BAD_REQUEST, "bad-cursor", "the cursor is not from this list"));
        }
    }
}
