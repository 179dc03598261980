package com.rebatesuite.rebate.rule.web;

import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.rebate.rule.AppliedRules;
import com.rebatesuite.rebate.rule.ChangeRule;
import com.rebatesuite.rebate.rule.ChangeRule.Answer;
import com.rebatesuite.rebate.rule.RebateRule;
import com.rebatesuite.rebate.rule.RuleNotWritten;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Operators read the rules that the ledger works with, and change them one on top of the other. */
@RestController
@RequestMapping("/ops/rebates/rules")
class RuleController {

    private static final String RULE_ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final AppliedRules applied;
    private final ChangeRule changeRule;

    RuleController(AppliedRules applied, ChangeRule changeRule) {
        this.applied = applied;
        this.changeRule = changeRule;
    }

    @GetMapping
    RulesResponse all() {
        return new RulesResponse(applied.all().stream().map(RuleResponse::of).toList());
    }

    @GetMapping("/{ruleId}")
    ResponseEntity<RuleResponse> one(@PathVariable String ruleId) {
        return applied.find(ruleId)
                .map(rule -> answer(HttpStatus.OK, rule))
                .orElseThrow(() -> Problems.refusal(
                        Problems.of(HttpStatus.NOT_FOUND, "rule-not-found", "no rule has the id " + ruleId)));
    }

    @PutMapping("/{ruleId}")
    ResponseEntity<RuleResponse> put(
            @PathVariable String ruleId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @Valid @RequestBody RuleRequest request) {
        if (!ruleId.matches(RULE_ID)) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST, "bad-rule-id", "rule_id: " + ruleId + " (expected: " + RULE_ID + ")"));
        }
        int expected = expectedVersion(ifMatch, ifNoneMatch);
        return switch (changeRule.change(ruleId, expected, request.wording())) {
            case Answer.Changed changed -> answer(expected == 0 ? HttpStatus.CREATED : HttpStatus.OK, changed.rule());
            case Answer.Accepted accepted -> answer(HttpStatus.ACCEPTED, accepted.rule());
            case Answer.Stale stale -> throw Problems.refusal(stale(ifMatch, ifNoneMatch, stale.version()));
            case Answer.Full full ->
                throw Problems.refusal(Problems.of(
                        HttpStatus.CONFLICT,
                        "too-many-versions",
                        "a rule has at most " + RebateRule.MOST_VERSIONS + " versions: make another rule"));
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notWritten(RuleNotWritten failure) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(Problems.retryable(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "log-unavailable",
                        "the change may or may not count: read the rule, then send it again"));
    }

    private static int expectedVersion(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null || "*".equals(ifNoneMatch)) {
            return 0;
        }
        try {
            return Integer.parseInt(ifMatch.strip().replace("\"", ""));
        } catch (NumberFormatException unreadable) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST, "bad-etag", "If-Match: " + ifMatch + " (expected: an ETag of this rule)"));
        }
    }

    private static ProblemDetail stale(@Nullable String ifMatch, @Nullable String ifNoneMatch, int version) {
        if (ifMatch == null && ifNoneMatch == null) {
            return Problems.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "precondition-required",
                    "the rule exists in version " + version + ": send If-Match");
        }
        return Problems.of(
                HttpStatus.PRECONDITION_FAILED,
                "stale-version",
                version == 0 ? "there is no such rule" : "the rule is at version " + version);
    }

    private static ResponseEntity<RuleResponse> answer(HttpStatus status, RebateRule rule) {
        return ResponseEntity.status(status)
                .eTag("\"" + rule.current().version() + "\"")
                .location(URI.create("/ops/rebates/rules/" + rule.ruleId()))
                .body(RuleResponse.of(rule));
    }
}
