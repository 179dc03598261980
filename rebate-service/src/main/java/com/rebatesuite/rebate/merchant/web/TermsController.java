package com.rebatesuite.rebate.merchant.web;

import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.rebate.merchant.ChangeTerms;
import com.rebatesuite.rebate.merchant.Clawback;
import com.rebatesuite.rebate.merchant.MerchantTerms;
import com.rebatesuite.rebate.merchant.Terms;
import com.rebatesuite.rebate.revision.Answer;
import com.rebatesuite.rebate.revision.Precondition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was agreed with a merchant; every merchant has terms, at first the usual ones with the ETag "0". */
@RestController
@RequestMapping("/ops/rebates/merchants/{merchant}/terms")
class TermsController {

    private static final String MERCHANT = "\\S(.{0,98}\\S)?";

    private final Terms terms;
    private final ChangeTerms changeTerms;

    TermsController(Terms terms, ChangeTerms changeTerms) {
        this.terms = terms;
        this.changeTerms = changeTerms;
    }

    @GetMapping
    ResponseEntity<TermsResponse> read(@PathVariable String merchant) {
        return answer(HttpStatus.OK, terms.of(required(merchant)));
    }

    @AnswersWith({200, 202})
    @PutMapping
    ResponseEntity<TermsResponse> change(
            @PathVariable String merchant,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @Valid @RequestBody TermsRequest request) {
        var precondition = new Precondition(ifMatch, ifNoneMatch);
        var answer = changeTerms.change(
                required(merchant),
                precondition.revision(),
                request.confirmAfterDays(),
                Clawback.named(request.clawback()));
        return switch (answer) {
            case Answer.Changed<MerchantTerms> changed -> answer(HttpStatus.OK, changed.thing());
            case Answer.Pending<MerchantTerms> pending -> answer(HttpStatus.ACCEPTED, pending.thing());
            case Answer.Stale<MerchantTerms> stale ->
                throw Problems.refusal(stale(merchant, precondition, stale.revision()));
            case Answer.Refused<MerchantTerms> refused ->
                throw Problems.refusal(Problems.of(HttpStatus.CONFLICT, refused.code(), refused.detail()));
        };
    }

    private static String required(String merchant) {
        if (!merchant.matches(MERCHANT)) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "bad-merchant",
                    "merchant: " + merchant + " (expected: 1..100 characters)"));
        }
        return merchant;
    }

    private static ProblemDetail stale(String merchant, Precondition precondition, int revision) {
        return precondition.missing()
                ? Problems.of(
                        HttpStatus.PRECONDITION_REQUIRED,
                        "precondition-required",
                        "the terms of " + merchant + " are at revision " + revision + ": send If-Match")
                : Problems.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "stale-version",
                        "the terms of " + merchant + " are at revision " + revision);
    }

    private static ResponseEntity<TermsResponse> answer(HttpStatus status, MerchantTerms terms) {
        return ResponseEntity.status(status)
                .eTag("\"" + terms.revision() + "\"")
                .body(new TermsResponse(
                        terms.merchant(),
                        terms.confirmAfterDays(),
                        terms.clawback().toString()));
    }

    /** What shall be agreed. */
    record TermsRequest(
            @NotNull @Min(0) @Max(MerchantTerms.LONGEST_DAYS) Integer confirmAfterDays,

            @NotNull @Pattern(regexp = "negative|offset") String clawback) {}

    /** Days from payment until the merchant is expected to confirm, and how a rebate is taken back that was spent. */
    record TermsResponse(String merchant, int confirmAfterDays, String clawback) {}
}
