package com.rebatesuite.rebate.settlement.web;

import com.rebatesuite.platform.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A partner may be faster than the views: what is not known may be known at the next try. */
final class UnknownOrder {

    private static final String SECONDS = "2";

    private UnknownOrder() {}

    static ErrorResponseException refusal(String orderId) {
        var detail =
                "no rebate is known for order " + orderId + " (expected: an order that was paid, seconds ago at least)";
        var refusal = Problems.refusal(Problems.retryable(HttpStatus.NOT_FOUND, "rebate-not-found", detail));
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, SECONDS);
        return refusal;
    }
}
