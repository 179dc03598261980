package com.rebatesuite.rebate.adjustment.web;

import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import com.rebatesuite.rebate.adjustment.AdjustmentProposed;
import com.rebatesuite.rebate.adjustment.ProposeAdjustment;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.listing.DayPages;
import com.rebatesuite.rebate.listing.DayRange;
import com.rebatesuite.rebate.listing.StateFilter;
import com.rebatesuite.rebate.view.AdjustmentView;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.Views;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Operators propose adjustments and see what is proposed. */
@RestController
@RequestMapping("/ops/rebates")
class AdjustmentController {

    private static final List<String> STATES = List.of("proposed", "booked", "refused", "withdrawn");

    private final ProposeAdjustment proposeAdjustment;
    private final Views views;
    private final Clock clock;
    private final DayPages<Owned<AdjustmentView>> pages;

    AdjustmentController(ProposeAdjustment proposeAdjustment, Views views, Clock clock) {
        this.proposeAdjustment = proposeAdjustment;
        this.views = views;
        this.clock = clock;
        this.pages = new DayPages<>(
                views::adjustmentsOfDay, adjustment -> adjustment.value().adjustmentId());
    }

    @AnswersWith(
            value = {200, 201},
            empty = 202)
    @PostMapping("/users/{userId}/adjustments")
    ResponseEntity<Object> propose(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String userId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @Valid @RequestBody ProposalRequest request) {
        var key = IdempotencyKey.of(idempotencyKey);
        var wanted = AdjustmentProposed.of(key, userId, request.amount().money(), request.reason(), caller.subject());
        return dryRun
                ? preview(wanted)
                : AdjustmentAnswers.of(proposeAdjustment.propose(key, wanted, Patience.of(prefer)));
    }

    /** Those of the days asked for, the latest day first; of the last 90 days if none are. */
    @GetMapping("/adjustments")
    Page<AdjustmentResponse> all(
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "from", required = false) @Nullable LocalDate from,
            @RequestParam(name = "to", required = false) @Nullable LocalDate to,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") int pageSize) {
        var days = DayRange.of(from, to, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var states = StateFilter.of(state, STATES);
        var page = pages.page(days, owned -> states.takes(owned.value().state()), cursor, pageSize);
        return new Page<>(page.items().stream().map(AdjustmentResponse::of).toList(), page.nextCursor());
    }

    @GetMapping("/adjustments/{adjustmentId}")
    AdjustmentResponse one(@PathVariable String adjustmentId) {
        return views.adjustment(adjustmentId)
                .map(AdjustmentResponse::of)
                .orElseThrow(() -> Problems.refusal(AdjustmentAnswers.notFound(adjustmentId)));
    }

    private ResponseEntity<Object> preview(AdjustmentProposed wanted) {
        return proposeAdjustment
                .preview(wanted)
                .<ResponseEntity<Object>>map(preview -> ResponseEntity.ok(PreviewResponse.of(preview)))
                .orElseThrow(() -> Problems.refusal(AdjustmentAnswers.noAccount(wanted.userId())));
    }
}
