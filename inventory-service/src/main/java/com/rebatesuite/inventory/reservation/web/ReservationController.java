package com.rebatesuite.inventory.reservation.web;

import com.rebatesuite.inventory.commit.GroupCommit;
import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.reservation.Reservations;
import com.rebatesuite.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reservations for order-service. The order id makes every command idempotent, so none needs another key. */
@RestController
@RequestMapping("/internal/reservations/{order_id}")
class ReservationController {

    private final GroupCommit commit;
    private final Reservations reservations;
    private final Clock clock;

    ReservationController(GroupCommit commit, Reservations reservations, Clock clock) {
        this.commit = commit;
        this.reservations = reservations;
        this.clock = clock;
    }

    @PutMapping
    ReservationResponse hold(
            @PathVariable("order_id") UUID orderId, @Valid @RequestBody HoldRequest request, Caller caller) {
        return decide(request.command(orderId, caller.subject()));
    }

    /** A hold is never shortened: a time before its end changes nothing. */
    @PutMapping("/expires-at")
    ReservationResponse extend(@PathVariable("order_id") UUID orderId, @Valid @RequestBody ExtendRequest request) {
        return decide(new StockCommand.Extend(orderId, request.expiresAt()));
    }

    /** The goods are to leave. If the hold has run out they are taken again, or 409 says what is short. */
    @PutMapping("/commit")
    ReservationResponse commit(@PathVariable("order_id") UUID orderId, Caller caller) {
        return decide(new StockCommand.Commit(orderId, caller.subject(), false));
    }

    /** What is held is free again, and what had left is back. */
    @PutMapping("/release")
    ReservationResponse release(@PathVariable("order_id") UUID orderId, Caller caller) {
        return decide(new StockCommand.Release(orderId, null, caller.subject()));
    }

    @GetMapping
    ReservationResponse read(@PathVariable("order_id") UUID orderId) {
        return reservations
                .of(orderId)
                .map(reservation -> ReservationResponse.of(reservation, clock.instant()))
                .orElseThrow(() -> ReservationAnswers.unknown(orderId));
    }

    private ReservationResponse decide(StockCommand.OfOrder command) {
        return ReservationAnswers.of(commit.decide(command), command.orderId(), clock.instant());
    }

    /** Until when to hold. */
    record ExtendRequest(@NotNull Instant expiresAt) {}
}
