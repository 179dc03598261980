package com.rebatesuite.rebate.command.web;

import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.rebate.command.CommandNotWritten;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Kafka is away: whether the ledger will hear of it is open, and asking again does no harm. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class CommandProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notWritten(CommandNotWritten failure) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.retryable(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "log-unavailable",
                        "the request may or may not count: send it again, it counts once"));
    }
}
