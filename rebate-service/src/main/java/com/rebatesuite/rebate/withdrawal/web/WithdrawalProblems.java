package com.rebatesuite.rebate.withdrawal.web;

import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.rebate.withdrawal.RequestWithdrawal.Answer.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** What a shopper is told who does not get what he asked for. */
final class WithdrawalProblems {

    static final String HIT = "Idempotency-Hit";

    private WithdrawalProblems() {}

    /** The reason is the code, and what there was is beside it. */
    static ErrorResponseException refused(Refused refused) {
        var refusal = refused.refusal();
        var problem = Problems.of(status(refusal.code()), refusal.code(), refusal.detail());
        problem.setProperty("available", refusal.available());
        var answer = Problems.refusal(problem);
        if (refused.again()) {
            answer.getHeaders().set(HIT, "true");
        }
        return answer;
    }

    /** A withdrawal that was just accepted is not known yet either: whoever was told of it may ask again. */
    static ErrorResponseException notFound(String withdrawalId) {
        return Problems.refusal(Problems.retryable(
                HttpStatus.NOT_FOUND,
                "withdrawal-not-found",
                "no withdrawal has the id " + withdrawalId + ", or not yet"));
    }

    private static HttpStatus status(String code) {
        return code.equals("below-minimum") ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
    }
}
