package com.rebatesuite.rebate.adjustment.web;

import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.security.Caller;
import com.rebatesuite.rebate.adjustment.DecideAdjustment;
import com.rebatesuite.rebate.adjustment.DecideAdjustment.Verdict;
import com.rebatesuite.rebate.command.Patience;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A second operator decides: nothing needs a key here, as an adjustment is decided once. */
@RestController
@RequestMapping("/ops/rebates/adjustments/{adjustmentId}")
class DecisionController {

    private final DecideAdjustment decideAdjustment;

    DecisionController(DecideAdjustment decideAdjustment) {
        this.decideAdjustment = decideAdjustment;
    }

    @AnswersWith(value = 200, empty = 202)
    @PostMapping("/approval")
    ResponseEntity<Object> approve(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String adjustmentId,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @Valid @RequestBody(required = false) @Nullable NoteRequest request) {
        var verdict = new Verdict(true, caller.subject(), note(request));
        return AdjustmentAnswers.of(
                dryRun
                        ? decideAdjustment.preview(adjustmentId, verdict)
                        : decideAdjustment.decide(adjustmentId, verdict, Patience.of(prefer)));
    }

    @AnswersWith(value = 200, empty = 202)
    @PostMapping("/refusal")
    ResponseEntity<Object> refuse(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String adjustmentId,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @Valid @RequestBody(required = false) @Nullable NoteRequest request) {
        var verdict = new Verdict(false, caller.subject(), note(request));
        return AdjustmentAnswers.of(decideAdjustment.decide(adjustmentId, verdict, Patience.of(prefer)));
    }

    private static @Nullable String note(@Nullable NoteRequest request) {
        return request == null ? null : request.note();
    }
}
