package com.rebatesuite.inventory.reconciliation.web;

import com.rebatesuite.inventory.commit.NotInTime;
import com.rebatesuite.inventory.reconciliation.OrdersUnavailable;
import com.rebatesuite.inventory.reconciliation.SettleBreak;
import com.rebatesuite.inventory.reconciliation.Settled;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operators decide about breaks. */
@RestController
@RequestMapping("/ops/stock/reconciliations/{id}/breaks/{number}")
class BreakController {

    // Each of these requests holds a connection while it waits for the committer and for order-service.
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final SettleBreak settle;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    BreakController(SettleBreak settle) {
        this.settle = settle;
    }

    @Operation(summary = "Does what the break proposes; refused when what was compared is not like that any more")
    @PostMapping("/approve")
    ResponseEntity<BreakResponse> approve(
            @PathVariable UUID id,
            @PathVariable int number,
            @Valid @RequestBody DecisionRequest request,
            IdempotentRequest idempotent,
            Caller caller) {
        return inTurn(() -> idempotent.answer(
                () -> answer(id, number, settle.approve(id, number, caller.subject(), request.reason()))));
    }

    @Operation(summary = "Leaves the break as it is")
    @PostMapping("/reject")
    ResponseEntity<BreakResponse> reject(
            @PathVariable UUID id,
            @PathVariable int number,
            @Valid @RequestBody DecisionRequest request,
            IdempotentRequest idempotent,
            Caller caller) {
        return inTurn(() -> idempotent.answer(
                () -> answer(id, number, settle.reject(id, number, caller.subject(), request.reason()))));
    }

    private static ResponseEntity<BreakResponse> answer(UUID id, int number, Settled settled) {
        return switch (settled) {
            case Settled.Done done -> ResponseEntity.ok(BreakResponse.of(done.finding()));
            case Settled.Unknown unknown ->
                throw refusal(HttpStatus.NOT_FOUND, "unknown-break", "there is no break " + number + " in " + id);
            case Settled.Decided decided ->
                throw refusal(HttpStatus.CONFLICT, "break-decided", "break " + number + " was decided the other way");
            case Settled.Outdated outdated ->
                throw refusal(HttpStatus.PRECONDITION_FAILED, "break-outdated", outdated.why() + "; compare again");
            case Settled.NothingProposed nothing ->
                throw refusal(
                        HttpStatus.CONFLICT,
                        "nothing-proposed",
                        "the books cannot put break " + number + " right by themselves");
            case Settled.NotPossible not -> throw refusal(HttpStatus.CONFLICT, "not-possible", not.why());
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(OrdersUnavailable away) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(Problems.retryable(
                        HttpStatus.SERVICE_UNAVAILABLE, "orders-unavailable", "order-service does not answer"));
    }

    private static ErrorResponseException refusal(HttpStatus status, String code, String detail) {
        return Problems.refusal(Problems.of(status, code, detail));
    }

    private <T> ResponseEntity<T> inTurn(Supplier<ResponseEntity<T>> work) {
        if (!takeTurn()) {
            throw new NotInTime(PATIENCE);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean takeTurn() {
        try {
            return turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Why. */
    record DecisionRequest(@NotBlank @Size(max = 200) String reason) {}
}
