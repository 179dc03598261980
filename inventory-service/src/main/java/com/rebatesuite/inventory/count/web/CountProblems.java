package com.rebatesuite.inventory.count.web;

import com.rebatesuite.inventory.count.CountRefused;
import com.rebatesuite.platform.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a count does not allow for, as a problem. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class CountProblems {

    @ExceptionHandler
    ProblemDetail refused(CountRefused refused) {
        var said = String.valueOf(refused.getMessage());
        return switch (refused.why()) {
            case UNKNOWN -> Problems.of(HttpStatus.NOT_FOUND, "unknown-count", said);
            case CHANGED -> Problems.of(HttpStatus.PRECONDITION_FAILED, "count-changed", said);
            case ENDED -> Problems.of(HttpStatus.CONFLICT, "count-ended", said);
            case NOT_LISTED -> Problems.of(HttpStatus.BAD_REQUEST, "sku-not-listed", said);
            case BEING_BOOKED -> Problems.of(HttpStatus.CONFLICT, "count-being-booked", said);
            case TOO_MANY -> Problems.of(HttpStatus.BAD_REQUEST, "too-many-products", said);
            case NOTHING -> Problems.of(HttpStatus.BAD_REQUEST, "nothing-to-count", said);
        };
    }
}
