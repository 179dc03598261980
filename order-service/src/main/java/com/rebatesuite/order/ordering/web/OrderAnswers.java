package com.rebatesuite.order.ordering.web;

import com.rebatesuite.order.ordering.Decision;
import com.rebatesuite.order.ordering.Decision.NotAllowed;
import com.rebatesuite.platform.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Decisions as HTTP answers. */
final class OrderAnswers {

    private OrderAnswers() {}

    static ResponseEntity<OrderResponse> of(Decision decision) {
        if (decision instanceof NotAllowed not) {
            var problem = Problems.of(HttpStatus.CONFLICT, "illegal-move", not.explanation());
            problem.setProperty("state", not.order().state());
            problem.setProperty("allowed", not.order().state().next());
            throw Problems.refusal(problem);
        }
        return ResponseEntity.ok(OrderResponse.of(decision.order()));
    }
}
