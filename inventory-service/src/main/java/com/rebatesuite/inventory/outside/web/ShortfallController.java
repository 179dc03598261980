package com.rebatesuite.inventory.outside.web;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.outside.SettleShortfall;
import com.rebatesuite.inventory.outside.SettleShortfall.LessIsShort;
import com.rebatesuite.inventory.outside.Shortfall;
import com.rebatesuite.inventory.outside.Shortfalls;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What has left without having been known here, for operators: to see, and to close deliberately. */
@RestController
@RequestMapping("/ops/stock/shortfalls")
class ShortfallController {

    // Such a request holds a connection while it waits for the committer, which needs one, too.
    private static final BulkheadConfig ONE_AT_A_TIME = BulkheadConfig.custom()
            .maxConcurrentCalls(1)
            .maxWaitDuration(Duration.ofSeconds(5))
            .build();

    private final Shortfalls shortfalls;
    private final SettleShortfall settle;
    private final Bulkhead turn = Bulkhead.of("settle-shortfall", ONE_AT_A_TIME);

    ShortfallController(Shortfalls shortfalls, SettleShortfall settle) {
        this.shortfalls = shortfalls;
        this.settle = settle;
    }

    /** Levels that are short, by product and location. */
    @GetMapping
    Page<ShortfallResponse> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") @Min(1) @Max(200) int pageSize) {
        var after = Cursor.decode(cursor, 2).map(ShortfallController::key).orElse(null);
        var found = shortfalls.after(after, pageSize + 1);
        var page = found.subList(0, Math.min(pageSize, found.size()));
        return new Page<>(
                page.stream().map(ShortfallResponse::of).toList(), found.size() > pageSize ? cursorAfter(page) : null);
    }

    /** Takes units off a shortfall that no receipt will settle. */
    @PostMapping("/{sku}/settle")
    ResponseEntity<SettledResponse> settle(
            IdempotentRequest idempotent,
            @RequestHeader("Idempotency-Key") String key,
            @PathVariable @NotBlank @Size(max = 64) String sku,
            @Valid @RequestBody SettleRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller) {
        var level = request.level(sku);
        var origin = request.origin(level, caller.subject(), key);
        return turn.executeSupplier(() -> idempotent.answer(() -> ResponseEntity.ok(
                SettledResponse.of(settle.settle(origin, level, request.quantity(), dryRun), dryRun))));
    }

    @ExceptionHandler
    ProblemDetail lessIsShort(LessIsShort less) {
        var problem = Problems.of(HttpStatus.CONFLICT, "shortfall-is-less", String.valueOf(less.getMessage()));
        problem.setProperty("shortfall", less.shortfall());
        return problem;
    }

    private static LevelKey key(Cursor cursor) {
        try {
            return new LevelKey(cursor.part(0), cursor.part(1));
        } catch (IllegalArgumentException notOurs) {
            throw Problems.refusal(
                    Problems.of(HttpStatus.BAD_REQUEST, "bad-cursor", "the cursor is not from this list"));
        }
    }

    private static String cursorAfter(List<Shortfall> page) {
        var last = page.getLast().key();
        return Cursor.of(last.sku(), last.location()).encode();
    }
}
