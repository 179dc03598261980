package com.rebatesuite.rebate.adjustment.web;

import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.rebate.adjustment.DecideAdjustment;
import com.rebatesuite.rebate.adjustment.ProposeAdjustment;
import com.rebatesuite.rebate.view.AdjustmentView;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** The answers of the model in the words of HTTP. */
final class AdjustmentAnswers {

    private AdjustmentAnswers() {}

    static ResponseEntity<Object> of(ProposeAdjustment.Answer answer) {
        return switch (answer) {
            case ProposeAdjustment.Answer.Proposed proposed -> proposed(proposed);
            case ProposeAdjustment.Answer.Accepted accepted -> accepted(accepted.adjustmentId());
            case ProposeAdjustment.Answer.NoAccount none -> throw Problems.refusal(noAccount(none.userId()));
        };
    }

    static ResponseEntity<Object> of(DecideAdjustment.Answer answer) {
        return switch (answer) {
            case DecideAdjustment.Answer.Decided decided ->
                ResponseEntity.ok(AdjustmentResponse.of(decided.adjustment()));
            case DecideAdjustment.Answer.Accepted accepted -> accepted(accepted.adjustmentId());
            case DecideAdjustment.Answer.Would would -> ResponseEntity.ok(PreviewResponse.of(would.preview()));
            case DecideAdjustment.Answer.Otherwise otherwise ->
                throw Problems.refusal(otherwise(otherwise.adjustment()));
            case DecideAdjustment.Answer.SamePerson same -> throw Problems.refusal(samePerson(same.adjustment()));
            case DecideAdjustment.Answer.Unknown unknown -> throw Problems.refusal(notFound(unknown.adjustmentId()));
        };
    }

    static ProblemDetail noAccount(String userId) {
        return Problems.of(HttpStatus.NOT_FOUND, "account-not-found", "nothing is known of user " + userId);
    }

    /** Said as something that may pass: who was told of a proposal a moment ago may be ahead of what is served. */
    static ProblemDetail notFound(String adjustmentId) {
        return Problems.retryable(
                HttpStatus.NOT_FOUND, "adjustment-not-found", "no adjustment has the id " + adjustmentId);
    }

    private static ResponseEntity<Object> proposed(ProposeAdjustment.Answer.Proposed proposed) {
        var response = AdjustmentResponse.of(proposed.adjustment());
        var created = ResponseEntity.created(location(response.adjustmentId()));
        if (proposed.again()) {
            created.header("Idempotency-Hit", "true");
        }
        return created.body(response);
    }

    private static ResponseEntity<Object> accepted(String adjustmentId) {
        return ResponseEntity.accepted().location(location(adjustmentId)).build();
    }

    private static URI location(String adjustmentId) {
        return URI.create("/ops/rebates/adjustments/" + adjustmentId);
    }

    private static ProblemDetail otherwise(AdjustmentView adjustment) {
        if ("not-available".equals(adjustment.detail())) {
            return Problems.of(
                    HttpStatus.CONFLICT, "not-available", "the adjustment is refused: less is available than it takes");
        }
        var why = adjustment.detail() == null ? "" : ": " + adjustment.detail();
        return Problems.of(
                HttpStatus.CONFLICT,
                "already-decided",
                "the adjustment is " + adjustment.state() + " by " + adjustment.decidedBy() + why);
    }

    private static ProblemDetail samePerson(AdjustmentView adjustment) {
        return Problems.of(
                HttpStatus.FORBIDDEN,
                "same-person",
                "decided by: " + adjustment.proposedBy() + " (expected: somebody else than who proposed)");
    }
}
