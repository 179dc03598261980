package com.rebatesuite.rebate.rule.web;

import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.platform.security.Caller;
import com.rebatesuite.rebate.revision.Precondition;
import com.rebatesuite.rebate.rule.AppliedRules;
import com.rebatesuite.rebate.rule.ChangeRule;
import com.rebatesuite.rebate.rule.ChangeRule.Wish;
import com.rebatesuite.rebate.rule.RebateRule;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Operators read the rules that the ledger works with, propose changes and approve those of others. */
@RestController
@RequestMapping("/ops/rebates/rules")
class RuleController {

    private static final String RULE_ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final AppliedRules applied;
    private final RulePages pages;
    private final ChangeRule changeRule;

    RuleController(AppliedRules applied, RulePages pages, ChangeRule changeRule) {
        this.applied = applied;
        this.pages = pages;
        this.changeRule = changeRule;
    }

    @GetMapping
    Page<RuleResponse> all(
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") int pageSize) {
        return pages.rules(cursor, pageSize);
    }

    @GetMapping("/{ruleId}")
    ResponseEntity<RuleResponse> one(@PathVariable String ruleId) {
        return RuleAnswers.rule(HttpStatus.OK, found(ruleId));
    }

    @GetMapping("/{ruleId}/history")
    Page<VersionResponse> history(
            @PathVariable String ruleId,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") int pageSize) {
        return pages.history(found(ruleId), cursor, pageSize);
    }

    @AnswersWith(202)
    @PutMapping("/{ruleId}")
    ResponseEntity<RuleResponse> propose(
            @PathVariable String ruleId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @Valid @RequestBody RuleRequest request,
            Caller caller) {
        if (!ruleId.matches(RULE_ID)) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST, "bad-rule-id", "rule_id: " + ruleId + " (expected: " + RULE_ID + ")"));
        }
        var precondition = new Precondition(ifMatch, ifNoneMatch);
        var answer = changeRule.propose(ruleId, precondition.revision(), wish(request, caller));
        return RuleAnswers.of(answer, precondition, HttpStatus.ACCEPTED);
    }

    @AnswersWith({200, 201, 202})
    @PostMapping("/{ruleId}/approval")
    ResponseEntity<RuleResponse> approve(
            @PathVariable String ruleId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var status = found(ruleId).latest().isEmpty() ? HttpStatus.CREATED : HttpStatus.OK;
        var precondition = new Precondition(ifMatch, null);
        var answer = changeRule.approve(ruleId, precondition.revision(), caller.subject());
        return RuleAnswers.of(answer, precondition, status);
    }

    @AnswersWith({200, 202})
    @DeleteMapping("/{ruleId}/proposal")
    ResponseEntity<RuleResponse> withdraw(
            @PathVariable String ruleId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        requireFound(ruleId);
        var precondition = new Precondition(ifMatch, null);
        var answer = changeRule.withdraw(ruleId, precondition.revision());
        return RuleAnswers.of(answer, precondition, HttpStatus.OK);
    }

    private void requireFound(String ruleId) {
        var unused = found(ruleId);
    }

    private RebateRule found(String ruleId) {
        return applied.find(ruleId)
                .orElseThrow(() -> Problems.refusal(
                        Problems.of(HttpStatus.NOT_FOUND, "rule-not-found", "no rule has the id " + ruleId)));
    }

    private static Wish wish(RuleRequest request, Caller caller) {
        try {
            return request.wish(caller.subject());
        } catch (IllegalArgumentException contradiction) {
            throw Problems.refusal(
                    Problems.of(HttpStatus.BAD_REQUEST, "bad-rule", String.valueOf(contradiction.getMessage())));
        }
    }
}
