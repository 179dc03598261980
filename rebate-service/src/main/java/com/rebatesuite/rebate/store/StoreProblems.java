package com.rebatesuite.rebate.store;

import com.rebatesuite.platform.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Cassandra is away: nothing is lost, and the answer comes later. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class StoreProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(StoreUnavailable unavailable) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                // Said aloud, because who asks for a stream accepts nothing else by name.
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.retryable(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "store-unavailable",
                        "rebates cannot be read right now; the ledger itself goes on"));
    }
}
