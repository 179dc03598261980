package com.rebatesuite.rebate.listing.web;

import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.rebate.listing.BadPage;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A page that was asked for wrongly. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {

    @ExceptionHandler
    ProblemDetail bad(BadPage bad) {
        return Problems.of(HttpStatus.BAD_REQUEST, bad.code(), String.valueOf(bad.getMessage()));
    }
}
