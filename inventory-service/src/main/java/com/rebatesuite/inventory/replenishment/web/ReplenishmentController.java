package com.rebatesuite.inventory.replenishment.web;

import com.rebatesuite.inventory.replenishment.ChangeReplenishment;
import com.rebatesuite.inventory.replenishment.EvaluateRules;
import com.rebatesuite.inventory.replenishment.Receipts;
import com.rebatesuite.inventory.replenishment.Replenishment;
import com.rebatesuite.inventory.replenishment.Replenishments;
import com.rebatesuite.inventory.replenishment.Status;
import com.rebatesuite.inventory.replenishment.Step;
import com.rebatesuite.inventory.replenishment.UnknownReplenishment;
import com.rebatesuite.inventory.replenishment.web.Requests.ApproveRequest;
import com.rebatesuite.inventory.replenishment.web.Requests.AskRequest;
import com.rebatesuite.inventory.replenishment.web.Requests.CancelRequest;
import com.rebatesuite.inventory.replenishment.web.Requests.OrderRequest;
import com.rebatesuite.platform.idempotency.IdempotentRequest;
import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Replenishments for operators, from the proposal to the order. With dry_run=true a step is only tried. */
@RestController
@RequestMapping("/ops/stock/replenishments")
class ReplenishmentController {

    private static final int RULES_PER_RUN = 1000;

    private final ChangeReplenishment change;
    private final EvaluateRules evaluate;
    private final Replenishments replenishments;
    private final Receipts receipts;

    ReplenishmentController(
            ChangeReplenishment change, EvaluateRules evaluate, Replenishments replenishments, Receipts receipts) {
        this.change = change;
        this.evaluate = evaluate;
        this.replenishments = replenishments;
        this.receipts = receipts;
    }

    @Operation(summary = "Lists replenishments, newest first")
    @GetMapping
    Page<ReplenishmentResponse> list(
            @RequestParam(required = false)
                    @Nullable @Pattern(regexp = "proposed|approved|ordered|partly-received|received|cancelled") String status,
            @RequestParam(required = false) @Nullable @Size(max = 64) String sku,
            @RequestParam(required = false) @Nullable @Size(max = 200) String supplier,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") @Min(1) @Max(200) int pageSize) {
        var wanted = new Replenishments.Wanted(status == null ? null : Status.of(status), sku, supplier);
        var found = replenishments.before(Cursors.id(cursor), wanted, pageSize + 1);
        var page = found.subList(0, Math.min(pageSize, found.size()));
        return new Page<>(
                page.stream().map(ReplenishmentResponse::of).toList(),
                found.size() > pageSize
                        ? Cursor.of(page.getLast().id().toString()).encode()
                        : null);
    }

    @Operation(summary = "Shows a replenishment and what has come of it")
    @GetMapping("/{id}")
    ReplenishmentResponse one(@PathVariable UUID id) {
        var found = replenishments.of(id).orElseThrow(() -> new UnknownReplenishment(id));
        return ReplenishmentResponse.of(found, receipts.all(id));
    }

    @Operation(summary = "Proposes a replenishment without a rule")
    @AnswersWith(201)
    @PostMapping
    ResponseEntity<ReplenishmentResponse> ask(
            IdempotentRequest idempotent,
            @Valid @RequestBody AskRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller) {
        return idempotent.answer(() -> created(
                change.ask(request.key(), request.supplier(), request.quantity(), caller.subject(), request.reason())));
    }

    @Operation(summary = "Allows it to be ordered, in another quantity if a reason is given")
    @PostMapping("/{id}/approve")
    ResponseEntity<ReplenishmentResponse> approve(
            IdempotentRequest idempotent,
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable ApproveRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller) {
        var asked = Objects.requireNonNullElse(request, ApproveRequest.AS_IT_IS);
        if (asked.isUnexplained()) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST, "invalid-request", "reason: none (expected: why in another quantity)"));
        }
        return idempotent.answer(() -> answer(change.approve(id, asked.quantity(), caller.subject(), asked.reason())));
    }

    @Operation(summary = "Notes that the supplier was told")
    @PostMapping("/{id}/order")
    ResponseEntity<ReplenishmentResponse> order(
            IdempotentRequest idempotent,
            @PathVariable UUID id,
            @Valid @RequestBody OrderRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller) {
        return idempotent.answer(() -> answer(change.order(id, request.order(), caller.subject(), request.reason())));
    }

    @Operation(summary = "Gives up what has not come")
    @PostMapping("/{id}/cancel")
    ResponseEntity<ReplenishmentResponse> cancel(
            IdempotentRequest idempotent,
            @PathVariable UUID id,
            @Valid @RequestBody CancelRequest request,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            Caller caller) {
        return idempotent.answer(() -> answer(change.cancel(id, caller.subject(), request.reason())));
    }

    @Operation(
            summary = "Looks at up to 1000 rules now and proposes what they ask for",
            description = "next_cursor goes on with the rules behind them.")
    @PostMapping("/run")
    ResponseEntity<RunResponse> run(
            IdempotentRequest idempotent,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
        var after = Cursor.decode(cursor, 1).map(last -> last.part(0)).orElse("");
        return idempotent.answer(() -> ResponseEntity.ok(RunResponse.of(evaluate.evaluateAfter(after, RULES_PER_RUN))));
    }

    private static ResponseEntity<ReplenishmentResponse> created(Replenishment replenishment) {
        return ResponseEntity.created(URI.create("/ops/stock/replenishments/" + replenishment.id()))
                .body(ReplenishmentResponse.of(replenishment));
    }

    private static ResponseEntity<ReplenishmentResponse> answer(Step step) {
        return ResponseEntity.ok(ReplenishmentResponse.of(Refusals.orElseThrow(step)));
    }

    /** What a run has led to. */
    record RunResponse(
            int evaluated,
            List<ReplenishmentResponse> proposed,
            @Nullable String nextCursor) {

        static RunResponse of(EvaluateRules.Turn turn) {
            return new RunResponse(
                    turn.evaluated(),
                    turn.proposed().stream().map(ReplenishmentResponse::of).toList(),
                    turn.last().isEmpty() ? null : Cursor.of(turn.last()).encode());
        }
    }
}
