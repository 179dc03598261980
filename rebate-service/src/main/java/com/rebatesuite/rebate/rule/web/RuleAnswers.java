package com.rebatesuite.rebate.rule.web;

import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.rebate.revision.Answer;
import com.rebatesuite.rebate.revision.Precondition;
import com.rebatesuite.rebate.rule.RebateRule;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** How the outcome of a change reads over HTTP. */
final class RuleAnswers {

    private RuleAnswers() {}

    static ResponseEntity<RuleResponse> of(Answer<RebateRule> answer, Precondition precondition, HttpStatus done) {
        return switch (answer) {
            case Answer.Changed<RebateRule> changed -> rule(done, changed.thing());
            case Answer.Pending<RebateRule> pending -> rule(HttpStatus.ACCEPTED, pending.thing());
            case Answer.Stale<RebateRule> stale -> throw Problems.refusal(stale(precondition, stale.revision()));
            case Answer.Refused<RebateRule> refused ->
                throw Problems.refusal(refused(refused.code(), refused.detail()));
        };
    }

    static ResponseEntity<RuleResponse> rule(HttpStatus status, RebateRule rule) {
        return ResponseEntity.status(status)
                .eTag("\"" + rule.revision() + "\"")
                .location(URI.create("/ops/rebates/rules/" + rule.ruleId()))
                .body(RuleResponse.of(rule));
    }

    private static ProblemDetail refused(String code, String detail) {
        return Problems.of(code.equals("same-person") ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT, code, detail);
    }

    private static ProblemDetail stale(Precondition precondition, int revision) {
        if (precondition.missing()) {
            return Problems.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "precondition-required",
                    "the rule is at revision " + revision + ": send If-Match");
        }
        return Problems.of(
                HttpStatus.PRECONDITION_FAILED,
                "stale-version",
                revision == 0 ? "there is no such rule" : "the rule is at revision " + revision);
    }
}
