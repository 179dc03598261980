package com.rebatesuite.inventory.replenishment.web;

import com.rebatesuite.inventory.replenishment.Replenishment;
import com.rebatesuite.inventory.replenishment.Step;
import com.rebatesuite.inventory.replenishment.UnknownReplenishment;
import com.rebatesuite.platform.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What replenishments refuse, over HTTP. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals {

    @ExceptionHandler
    ProblemDetail unknown(UnknownReplenishment unknown) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-replenishment", String.valueOf(unknown.getMessage()));
    }

    /** What the step has led to, or its refusal as a problem. */
    static Replenishment orElseThrow(Step step) {
        if (step instanceof Step.Refused refused) {
            var problem = Problems.of(HttpStatus.CONFLICT, refused.code(), refused.detail());
            problem.setProperty(
                    "status_of_replenishment", refused.replenishment().status().wire());
            throw Problems.refusal(problem);
        }
        return step.replenishment();
    }
}
