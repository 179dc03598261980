package com.rebatesuite.inventory.replenishment.web;

import com.rebatesuite.inventory.replenishment.Rule;
import com.rebatesuite.inventory.replenishment.Rules;
import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.paging.Cursor;
import com.rebatesuite.platform.paging.Page;
import com.rebatesuite.platform.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rules for operators: nobody overwrites what somebody else has just changed. */
@RestController
@RequestMapping("/ops/stock/replenishment-rules")
class ReplenishmentRuleController {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final Rules rules;

    ReplenishmentRuleController(Rules rules) {
        this.rules = rules;
    }

    @Operation(summary = "Creates a rule, or replaces it with If-Match")
    @AnswersWith({200, 201})
    @PutMapping("/{rule_id}")
    ResponseEntity<RuleResponse> put(
            @PathVariable("rule_id") @Pattern(regexp = NAME) String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody RuleRequest request) {
        return ifMatch == null ? create(id, request) : replace(id, request, ifMatch);
    }

    private ResponseEntity<RuleResponse> create(String id, RuleRequest request) {
        return rules.create(rule(id, request, 0))
                .map(created -> tagged(HttpStatus.CREATED, created))
                .orElseThrow(() -> matchMissing(id));
    }

    private ResponseEntity<RuleResponse> replace(String id, RuleRequest request, String ifMatch) {
        return rules.replace(rule(id, request, version(ifMatch)))
                .map(replaced -> tagged(HttpStatus.OK, replaced))
                .orElseThrow(() -> changed(id, ifMatch));
    }

    @Operation(summary = "Shows a rule; its ETag is what a change has to match")
    @GetMapping("/{rule_id}")
    ResponseEntity<RuleResponse> one(@PathVariable("rule_id") String id) {
        return rules.of(id)
                .map(rule -> tagged(HttpStatus.OK, rule))
                .orElseThrow(() -> refusal(HttpStatus.NOT_FOUND, "unknown-rule", "there is no rule " + id));
    }

    @Operation(summary = "Lists rules by their names")
    @GetMapping
    Page<RuleResponse> list(
            @RequestParam(required = false) @Nullable @Size(max = 64) String sku,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") @Min(1) @Max(200) int pageSize) {
        var after = Cursor.decode(cursor, 1).map(last -> last.part(0)).orElse("");
        var found = rules.after(after, sku, pageSize + 1);
        var page = found.subList(0, Math.min(pageSize, found.size()));
        return new Page<>(
                page.stream().map(RuleResponse::of).toList(),
                found.size() > pageSize ? Cursor.of(page.getLast().id()).encode() : null);
    }

    @Operation(summary = "Deletes a rule; what it has proposed stays")
    @AnswersWith(empty = 204)
    @DeleteMapping("/{rule_id}")
    ResponseEntity<Void> delete(
            @PathVariable("rule_id") String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        if (ifMatch == null) {
            throw matchMissing(id);
        }
        if (!rules.delete(id, version(ifMatch))) {
            throw changed(id, ifMatch);
        }
        return ResponseEntity.noContent().build();
    }

    private static Rule rule(String id, RuleRequest request, long version) {
        try {
            return request.rule(id, version);
        } catch (IllegalArgumentException bad) {
            throw refusal(HttpStatus.BAD_REQUEST, "bad-rule", String.valueOf(bad.getMessage()));
        }
    }

    /** The version an If-Match header names; one that no rule has when it is no tag of ours. */
    private static long version(String ifMatch) {
        var tag = ifMatch.strip();
        return tag.matches("\"\\d{1,18}\"") ? Long.parseLong(tag.substring(1, tag.length() - 1)) : -1;
    }

    private static ResponseEntity<RuleResponse> tagged(HttpStatus status, Rule rule) {
        var response = RuleResponse.of(rule);
        return ResponseEntity.status(status).eTag(response.tag()).body(response);
    }

    private static ErrorResponseException matchMissing(String id) {
        return refusal(
                HttpStatus.PRECONDITION_REQUIRED,
                "if-match-missing",
                "If-Match: none (expected: the ETag of " + id + ")");
    }

    private static ErrorResponseException changed(String id, String ifMatch) {
        return refusal(
                HttpStatus.PRECONDITION_FAILED,
                "rule-changed",
                "If-Match: " + ifMatch + " (expected: the present ETag of " + id + ")");
    }

    private static ErrorResponseException refusal(HttpStatus status, String code, String detail) {
        return Problems.refusal(Problems.of(status, code, detail));
    }
}
