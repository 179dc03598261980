package com.rebatesuite.inventory.transfer.web;

import com.rebatesuite.inventory.transfer.TransferRefused;
import com.rebatesuite.platform.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a transfer does not allow for, as a problem. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class TransferProblems {

    @ExceptionHandler
    ProblemDetail refused(TransferRefused refused) {
        var said = String.valueOf(refused.getMessage());
        return switch (refused.why()) {
            case UNKNOWN -> Problems.of(HttpStatus.NOT_FOUND, "unknown-transfer", said);
            case NOT_SENT -> Problems.retryable(HttpStatus.CONFLICT, "transfer-not-sent", said);
            case NOT_IN_TRANSIT -> Problems.of(HttpStatus.CONFLICT, "not-in-transit", said);
        };
    }
}
