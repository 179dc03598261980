package com.rebatesuite.inventory.transfer.web;

import com.rebatesuite.inventory.transfer.MoveGoods;
import com.rebatesuite.inventory.transfer.Step;
import com.rebatesuite.inventory.web.OperatorBookings;
import com.rebatesuite.inventory.web.Refusals;
import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.security.Caller;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sends goods to another location, and takes in what has become of them. */
@RestController
@RequestMapping("/ops/stock/transfers")
class TransferController {

    private final MoveGoods moveGoods;
    private final OperatorBookings bookings;
    private final EventIds ids;
    private final Clock clock;

    TransferController(MoveGoods moveGoods, OperatorBookings bookings, EventIds ids, Clock clock) {
        this.moveGoods = moveGoods;
        this.bookings = bookings;
        this.ids = ids;
        this.clock = clock;
    }

    /** All lines leave the source now, or none does. */
    @AnswersWith(201)
    @PostMapping
    ResponseEntity<TransferResponse> send(
            IdempotentRequest idempotent,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody SendRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller) {
        var fresh = request.transfer(ids.next(), request(key, caller), caller.subject(), now());
        return bookings.inTurnWithTwo(() -> idempotent.answer(() -> {
            var sent = dryRun ? moveGoods.trySending(fresh) : moveGoods.send(fresh);
            var unused = Refusals.booked(sent.outcome());
            return ResponseEntity.created(
                            URI.create("/ops/stock/transfers/" + sent.transfer().id()))
                    .body(TransferResponse.of(sent.transfer()));
        }));
    }

    /** Some or all of it has arrived. */
    @PostMapping("/{id}/receipts")
    ResponseEntity<TransferResponse> receive(
            IdempotentRequest idempotent,
            @RequestHeader("Idempotency-Key") String key,
            @PathVariable UUID id,
            @Valid @RequestBody ArrivalRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller) {
        return move(idempotent, id, request.step(request(key, caller), caller.subject(), now()), dryRun);
    }

    /** What is named, or all the rest, will not arrive. */
    @PostMapping("/{id}/losses")
    ResponseEntity<TransferResponse> lose(
            IdempotentRequest idempotent,
            @RequestHeader("Idempotency-Key") String key,
            @PathVariable UUID id,
            @Valid @RequestBody LossRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller) {
        return move(idempotent, id, request.step(request(key, caller), caller.subject(), now()), dryRun);
    }

    /** All the rest is back at the source. */
    @PostMapping("/{id}/cancel")
    ResponseEntity<TransferResponse> cancel(
            IdempotentRequest idempotent,
            @RequestHeader("Idempotency-Key") String key,
            @PathVariable UUID id,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller) {
        return move(idempotent, id, LinesRequest.back(request(key, caller), caller.subject(), now()), dryRun);
    }

    private ResponseEntity<TransferResponse> move(IdempotentRequest idempotent, UUID id, Step step, boolean dryRun) {
        return bookings.inTurnWithTwo(() -> idempotent.answer(() -> ResponseEntity.ok(TransferResponse.of(
                dryRun
                        ? moveGoods.tryMoving(id, step)
                        : moveGoods.move(id, step).transfer()))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String request(String key, Caller caller) {
        return caller.subject() + "/" + key;
    }
}
