package com.rebatesuite.order.returns.web;

import com.rebatesuite.order.returns.Return;
import com.rebatesuite.order.returns.ReturnDecision;
import com.rebatesuite.order.returns.ReturnDecision.AlreadySo;
import com.rebatesuite.order.returns.ReturnDecision.Happened;
import com.rebatesuite.order.returns.ReturnDecision.NotAllowed;
import com.rebatesuite.platform.problem.Problems;
import org.springframework.http.HttpStatus;

/** Decisions as HTTP answers. */
final class ReturnAnswers {

    private ReturnAnswers() {}

    static Return of(ReturnDecision decision) {
        return switch (decision) {
            case Happened happened -> happened.event().returned();
            case AlreadySo already -> already.returned();
            case NotAllowed not ->
                throw Problems.refusal(
                        not.retryable()
                                ? Problems.retryable(HttpStatus.CONFLICT, not.code(), not.detail())
                                : Problems.of(HttpStatus.CONFLICT, not.code(), not.detail()));
        };
    }
}
