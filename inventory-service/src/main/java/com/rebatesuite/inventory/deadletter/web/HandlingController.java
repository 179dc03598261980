package com.rebatesuite.inventory.deadletter.web;

import com.rebatesuite.inventory.deadletter.HandleDeadLetter;
import com.rebatesuite.inventory.deadletter.HandleDeadLetter.Replay;
import com.rebatesuite.inventory.deadletter.Payload;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.security.Caller;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters for operators, to put back or to discard. */
@RestController
@RequestMapping("/ops/stock/dead-letters/{id}")
class HandlingController {

    // Such a request holds a connection while it waits for Kafka: the committer must not run out of them.
    private static final BulkheadConfig ONE_AT_A_TIME = BulkheadConfig.custom()
            .maxConcurrentCalls(1)
            .maxWaitDuration(Duration.ofSeconds(10))
            .build();

    private final HandleDeadLetter handle;
    private final Bulkhead turn = Bulkhead.of("handle-dead-letter", ONE_AT_A_TIME);

    HandlingController(HandleDeadLetter handle) {
        this.handle = handle;
    }

    /** Writes the record to where it came from; a second time only with {@code again=true}. */
    @PostMapping("/replay")
    ResponseEntity<ReplayedResponse> replay(
            IdempotentRequest idempotent,
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable ReplayRequest request,
            @RequestParam(defaultValue = "false") boolean again,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller) {
        var record = DeadLetterProblems.id(id);
        var replay = (request == null ? ReplayRequest.AS_IT_WAS : request).replay(again, dryRun);
        return turn.executeSupplier(() -> idempotent.answer(
                () -> ResponseEntity.ok(ReplayedResponse.of(handle.replay(record, replay, caller.subject()), dryRun))));
    }

    /** Marks the letter as one that nobody will put back. */
    @PostMapping("/discard")
    ResponseEntity<HandlingResponse> discard(
            IdempotentRequest idempotent,
            @PathVariable String id,
            @Valid @RequestBody DiscardRequest request,
            Caller caller) {
        var record = DeadLetterProblems.id(id);
        return turn.executeSupplier(() -> idempotent.answer(() ->
                ResponseEntity.ok(HandlingResponse.of(handle.discard(record, request.reason(), caller.subject())))));
    }

    /**
     * How the record is put back.
     *
     * @param payload its value from now on; as it was if nobody says
     * @param note why
     */
    record ReplayRequest(
            @Nullable @Size(min = 1, max = 500_000) String payload,
            @Nullable @Size(max = 200) String note) {

        static final ReplayRequest AS_IT_WAS = new ReplayRequest(null, null);

        Replay replay(boolean again, boolean dryRun) {
            return new Replay(payload == null ? null : Payload.of(payload), again, note, dryRun);
        }
    }

    /** Why nobody will put it back. */
    record DiscardRequest(@NotBlank @Size(max = 200) String reason) {}
}
