package com.rebatesuite.rebate.settlement.web;

import com.rebatesuite.platform.openapi.AnswersWith;
import com.rebatesuite.platform.problem.Problems;
import com.rebatesuite.rebate.settlement.SettleOrder;
import com.rebatesuite.rebate.settlement.SettleOrder.Answer;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Accepts a settlement; what became of it is seen at the order. */
@RestController
class SettlementController {

    private final SettleOrder settleOrder;
    private final Clock clock;

    SettlementController(SettleOrder settleOrder, Clock clock) {
        this.settleOrder = settleOrder;
        this.clock = clock;
    }

    @AnswersWith(empty = 202)
    @PutMapping("/ops/rebates/orders/{orderId}/settlement")
    ResponseEntity<Void> settle(
            @PathVariable String orderId, @RequestBody(required = false) @Nullable SettlementRequest request) {
        var occurredAt = SettledAt.of(request == null ? null : request.occurredAt(), clock.instant());
        return switch (settleOrder.settle(orderId, occurredAt)) {
            case Answer.Accepted accepted ->
                ResponseEntity.accepted()
                        .location(URI.create("/ops/rebates/orders/" + orderId))
                        .build();
            case Answer.OwnGoods own ->
                throw Problems.refusal(
                        Problems.of(HttpStatus.CONFLICT, "own-goods", "our own goods need no settlement"));
            case Answer.Unknown unknown -> throw UnknownOrder.refusal(orderId);
        };
    }

    /** When the partner paid; now, if nothing is said. */
    record SettlementRequest(@Nullable Instant occurredAt) {}
}
