package com.rebatesuite.rebate.claim.web;

import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.security.Caller;
import com.rebatesuite.rebate.claim.DecideClaim;
import com.rebatesuite.rebate.claim.DecideClaim.Answer;
import com.rebatesuite.rebate.command.Patience;
import com.rebatesuite.rebate.listing.DayPages;
import com.rebatesuite.rebate.listing.DayRange;
import com.rebatesuite.rebate.listing.StateFilter;
import com.rebatesuite.rebate.view.ClaimView;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.Views;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.net.URI;
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

/** Operators see what is claimed and decide; a claim is decided once, so that no key is needed. */
@RestController
@RequestMapping("/ops/rebates/claims")
class OperatorClaimController {

    private static final List<String> STATES = List.of("open", "matched", "granted", "refused");

    private final DecideClaim decideClaim;
    private final Views views;
    private final Clock clock;
    private final DayPages<Owned<ClaimView>> pages;

    OperatorClaimController(DecideClaim decideClaim, Views views, Clock clock) {
        this.decideClaim = decideClaim;
        this.views = views;
        this.clock = clock;
        this.pages = new DayPages<>(views::claimsOfDay, claim -> claim.value().claimId());
    }

    /** Those filed on the days asked for, the latest day first; of the last 90 days if none are. */
    @GetMapping
    Page<ClaimResponse> all(
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "from", required = false) @Nullable LocalDate from,
            @RequestParam(name = "to", required = false) @Nullable LocalDate to,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") int pageSize) {
        var days = DayRange.of(from, to, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var states = StateFilter.of(state, STATES);
        var page = pages.page(days, owned -> states.takes(owned.value().state()), cursor, pageSize);
        return new Page<>(page.items().stream().map(ClaimResponse::forOperator).toList(), page.nextCursor());
    }

    @GetMapping("/{claimId}")
    ClaimResponse one(@PathVariable String claimId) {
        return views.claim(claimId).map(ClaimResponse::forOperator).orElseThrow(() -> ClaimProblems.notFound(claimId));
    }

    @AnswersWith(value = 200, empty = 202)
    @PostMapping("/{claimId}/decision")
    ResponseEntity<Object> decide(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String claimId,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @Valid @RequestBody DecisionRequest request) {
        var verdict = request.verdict(caller.subject());
        return answer(
                dryRun
                        ? decideClaim.preview(claimId, verdict)
                        : decideClaim.decide(claimId, verdict, Patience.of(prefer)));
    }

    private static ResponseEntity<Object> answer(Answer answer) {
        return switch (answer) {
            case Answer.Decided decided -> ResponseEntity.ok(ClaimResponse.forOperator(decided.claim()));
            case Answer.Would would -> ResponseEntity.ok(DecisionPreview.of(would));
            case Answer.Accepted accepted ->
                ResponseEntity.accepted()
                        .location(URI.create("/ops/rebates/claims/" + accepted.claimId()))
                        .build();
            case Answer.Otherwise otherwise -> throw ClaimProblems.otherwise(otherwise.claim());
            case Answer.Claimed claimed -> throw ClaimProblems.claimed(claimed.other());
            case Answer.SamePerson same -> throw ClaimProblems.samePerson(same);
            case Answer.NotThatMuch much -> throw ClaimProblems.notThatMuch(much);
            case Answer.Unknown unknown -> throw ClaimProblems.notFound(unknown.claimId());
        };
    }
}
