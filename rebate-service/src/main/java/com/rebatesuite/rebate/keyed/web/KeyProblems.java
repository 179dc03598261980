package com.rebatesuite.rebate.keyed.web;

import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.rebate.keyed.BadIdempotencyKey;
import com.rebatesuite.rebate.keyed.KeyReused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A key that is missing, too long, or taken: the words of the suite's other services. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class KeyProblems {

    @ExceptionHandler
    ProblemDetail bad(BadIdempotencyKey bad) {
        return Problems.of(HttpStatus.BAD_REQUEST, bad.code(), String.valueOf(bad.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail reused(KeyReused reused) {
        return Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", String.valueOf(reused.getMessage()));
    }
}
