package com.rebatesuite.inventory.reconciliation.web;

import com.rebatesuite.inventory.reconciliation.Finding;
import com.rebatesuite.inventory.reconciliation.Reconciliation;
import com.rebatesuite.inventory.reconciliation.Reconciliations;
import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Comparisons of levels, journal, holds and orders: asked for here, run in the background, read here. */
@RestController
@RequestMapping("/ops/stock")
class ReconciliationController {

    private static final String PATH = "/ops/stock/reconciliations/";

    private final Reconciliations reconciliations;
    private final EventIds ids;
    private final Clock clock;

    ReconciliationController(Reconciliations reconciliations, EventIds ids, Clock clock) {
        this.reconciliations = reconciliations;
        this.ids = ids;
        this.clock = clock;
    }

    @Operation(summary = "Asks for a comparison of one product or of everything; its Location says how far it is")
    @AnswersWith(202)
    @PostMapping("/reconcile")
    ResponseEntity<ReconciliationResponse> request(
            IdempotentRequest idempotent,
            @RequestHeader("Idempotency-Key") String key,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = 64) String sku,
            Caller caller) {
        return idempotent.answer(() -> {
            var cause = "request/" + caller.subject() + "/" + key;
            var requested = reconciliations.request(ids.next(), cause, sku, caller.subject(), clock.instant());
            return ResponseEntity.accepted()
                    .location(URI.create(PATH + requested.id()))
                    .body(ReconciliationResponse.of(requested));
        });
    }

    @Operation(summary = "Lists comparisons, newest first")
    @GetMapping("/reconciliations")
    Page<ReconciliationResponse> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") @Min(1) @Max(100) int pageSize) {
        var before = Cursor.decode(cursor, 1)
                .map(place -> parsed(place, UUID::fromString))
                .orElse(null);
        var found = reconciliations.before(before, pageSize + 1);
        var page = found.stream().limit(pageSize).toList();
        return new Page<>(
                page.stream().map(ReconciliationResponse::of).toList(),
                found.size() > pageSize
                        ? Cursor.of(page.getLast().id().toString()).encode()
                        : null);
    }

    @Operation(summary = "Shows how far a comparison is, and how many breaks it has found")
    @GetMapping("/reconciliations/{id}")
    ReconciliationResponse one(@PathVariable UUID id) {
        return ReconciliationResponse.of(known(id));
    }

    @Operation(summary = "Lists the breaks of a comparison with their evidence and what would put them right")
    @GetMapping("/reconciliations/{id}/breaks")
    Page<BreakResponse> breaks(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") @Min(1) @Max(200) int pageSize) {
        known(id);
        int after = Cursor.decode(cursor, 1)
                .map(place -> parsed(place, Integer::parseInt))
                .orElse(0);
        return page(reconciliations.findings(id, after, pageSize + 1), pageSize);
    }

    private static Page<BreakResponse> page(List<Finding> found, int pageSize) {
        var page = found.stream().limit(pageSize).map(BreakResponse::of).toList();
        return new Page<>(
                page,
                found.size() > pageSize
                        ? Cursor.of(Integer.toString(page.getLast().number())).encode()
                        : null);
    }

    private Reconciliation known(UUID id) {
        return reconciliations
                .find(id)
                .orElseThrow(() -> Problems.refusal(Problems.of(
                        HttpStatus.NOT_FOUND, "unknown-reconciliation", "there is no reconciliation " + id)));
    }

    private static <T> T parsed(Cursor place, Function<String, T> parse) {
        try {
            return parse.apply(place.part(0));
        } catch (IllegalArgumentException foreign) {
            throw Problems.refusal(
                    Problems.of(HttpStatus.BAD_REQUEST, "bad-cursor", "the cursor is not from this list"));
        }
    }
}
