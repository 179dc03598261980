package com.rebatesuite.inventory.count.web;

import com.rebatesuite.inventory.count.CloseCount;
import com.rebatesuite.inventory.count.OpenCount;
import com.rebatesuite.inventory.count.Status;
import com.rebatesuite.inventory.count.StockCount;
import com.rebatesuite.inventory.count.StockCounts;
import com.rebatesuite.inventory.web.OperatorBookings;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cycle counting: open a count, enter what is found, close it. */
@RestController
@RequestMapping("/ops/stock/counts")
class CountController {

    private final OpenCount openCount;
    private final CloseCount closeCount;
    private final StockCounts counts;
    private final OperatorBookings bookings;

    CountController(OpenCount openCount, CloseCount closeCount, StockCounts counts, OperatorBookings bookings) {
        this.openCount = openCount;
        this.closeCount = closeCount;
        this.counts = counts;
        this.bookings = bookings;
    }

    /** Freezes how it is now. */
    @AnswersWith(201)
    @PostMapping
    ResponseEntity<CountResponse> open(
            IdempotentRequest idempotent, @Valid @RequestBody OpenCountRequest request, Caller caller) {
        return bookings.inTurn(() -> idempotent.answer(() -> {
            var opened = openCount.open(request.at(), request.named(), request.reference(), caller.subject());
            return tagged(HttpStatus.CREATED, opened);
        }));
    }

    /** Counts that stand like this, latest first. */
    @GetMapping
    Page<CountHeadResponse> list(
            @RequestParam(defaultValue = "open") @Pattern(regexp = "open|closed|cancelled") String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") @Min(1) @Max(200) int pageSize) {
        return CountHeadResponse.page(counts.page(Status.of(status), CountTag.before(cursor), pageSize + 1), pageSize);
    }

    @GetMapping("/{id}")
    ResponseEntity<CountResponse> one(@PathVariable UUID id) {
        return tagged(HttpStatus.OK, counts.of(id).orElseThrow(() -> CloseCount.unknown(id)));
    }

    /** Takes what was found of some of the products; once more replaces it. */
    @PutMapping("/{id}/lines")
    ResponseEntity<CountResponse> enter(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody EnterCountRequest request,
            Caller caller) {
        long seen = CountTag.version(ifMatch);
        return tagged(
                HttpStatus.OK, counts.change(id, count -> count.entered(seen, request.found(), caller.subject())));
    }

    /** Books what is counted. What the books do not allow stays open with the reason, as does what is not counted. */
    @PostMapping("/{id}/close")
    ResponseEntity<CountResponse> close(
            IdempotentRequest idempotent,
            @PathVariable UUID id,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller) {
        return bookings.inTurnWithTwo(() -> idempotent.answer(() -> tagged(
                HttpStatus.OK,
                dryRun ? closeCount.tryOut(id, caller.subject()) : closeCount.close(id, caller.subject()))));
    }

    /** Gives it up; what is booked stays. */
    @PostMapping("/{id}/cancel")
    ResponseEntity<CountResponse> cancel(
            IdempotentRequest idempotent,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        long seen = CountTag.version(ifMatch);
        return bookings.inTurn(() ->
                idempotent.answer(() -> tagged(HttpStatus.OK, counts.change(id, count -> count.cancelled(seen)))));
    }

    private static ResponseEntity<CountResponse> tagged(HttpStatus status, StockCount count) {
        return ResponseEntity.status(status)
                .location(URI.create("/ops/stock/counts/" + count.id()))
                .eTag(CountTag.of(count))
                .body(CountResponse.of(count));
    }
}
