package com.rebatesuite.rebate.claim.web;

import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.rebate.claim.DecideClaim;
import com.rebatesuite.rebate.claim.FileClaim;
import com.rebatesuite.rebate.view.ClaimView;
import com.rebatesuite.rebate.view.MoneyView;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What can be wrong with a claim, in the words of HTTP. */
final class ClaimProblems {

    private ClaimProblems() {}

    /** Said as something that may pass: who was told of a claim a moment ago may be ahead of what is served. */
    static ErrorResponseException notFound(String claimId) {
        return Problems.refusal(
                Problems.retryable(HttpStatus.NOT_FOUND, "claim-not-found", "no claim has the id " + claimId));
    }

    static ErrorResponseException claimed(ClaimView claim) {
        return conflict(
                "already-claimed", "the purchase is claimed: claim " + claim.claimId() + " is " + claim.state());
    }

    static ErrorResponseException tooMany(FileClaim.Answer.TooMany tooMany) {
        return conflict("too-many-claims", "open claims: " + tooMany.most() + " (expected: fewer, wait for one)");
    }

    static ErrorResponseException notThen(FileClaim.Answer.NotThen then) {
        return unprocessable(
                "purchase-out-of-range",
                "purchased_at: " + then.purchasedAt() + " (expected: " + then.from() + ".." + then.to() + ")");
    }

    static ErrorResponseException otherwise(ClaimView claim) {
        return conflict("already-decided", "the claim is " + claim.state());
    }

    static ErrorResponseException samePerson(DecideClaim.Answer.SamePerson same) {
        return Problems.refusal(Problems.of(
                HttpStatus.FORBIDDEN,
                "same-person",
                "decided by: " + same.by() + " (expected: somebody else than who claims)"));
    }

    static ErrorResponseException notThatMuch(DecideClaim.Answer.NotThatMuch much) {
        return unprocessable(
                "granted-out-of-range",
                "granted: " + said(much.granted()) + " (expected: at most " + said(much.most()) + ")");
    }

    private static ErrorResponseException conflict(String code, String detail) {
        return Problems.refusal(Problems.of(HttpStatus.CONFLICT, code, detail));
    }

    private static ErrorResponseException unprocessable(String code, String detail) {
        return Problems.refusal(problem(code, detail));
    }

    private static ProblemDetail problem(String code, String detail) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
    }

    private static String said(MoneyView money) {
        return money.minor() + " " + money.currency();
    }
}
