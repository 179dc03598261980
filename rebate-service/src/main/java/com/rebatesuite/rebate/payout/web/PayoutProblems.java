package com.rebatesuite.rebate.payout.web;

import com.rebatesuite.platform.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** What there is not, or cannot be. */
final class PayoutProblems {

    private PayoutProblems() {}

    static ErrorResponseException noBatch(String batchId) {
        return Problems.refusal(Problems.retryable(
                HttpStatus.NOT_FOUND, "batch-not-found", "no withdrawal is in a batch " + batchId + ", or not yet"));
    }

    static ErrorResponseException noWithdrawal(String withdrawalId) {
        return Problems.refusal(Problems.retryable(
                HttpStatus.NOT_FOUND, "withdrawal-not-found", "no withdrawal has the id " + withdrawalId));
    }

    static ErrorResponseException nothingOpen() {
        return Problems.refusal(
                Problems.of(HttpStatus.CONFLICT, "nothing-open", "no withdrawal of these days waits for a batch"));
    }

    static ErrorResponseException contradiction(String withdrawalId) {
        return Problems.refusal(Problems.of(
                HttpStatus.CONFLICT, "payout-contradicts", "withdrawal " + withdrawalId + " has ended otherwise"));
    }
}
