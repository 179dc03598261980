package com.rebatesuite.rebate.settlement.web;

import com.rebatesuite.rebate.settlement.SettleOrders;
import com.rebatesuite.rebate.settlement.SettleOrders.Result;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Finance says of many orders at once that their partner has paid. */
@RestController
class SettlementsController {

    private final SettleOrders settleOrders;
    private final Clock clock;

    SettlementsController(SettleOrders settleOrders, Clock clock) {
        this.settleOrders = settleOrders;
        this.clock = clock;
    }

    @PutMapping("/ops/rebates/settlements")
    SettlementsResponse settle(@Valid @RequestBody SettlementsRequest request) {
        var occurredAt = SettledAt.of(request.occurredAt(), clock.instant());
        return new SettlementsResponse(settleOrders.settle(request.orderIds(), occurredAt).stream()
                .map(SettlementResult::of)
                .toList());
    }

    /** Which orders, and when the partner paid; now, if nothing is said. */
    record SettlementsRequest(
            @NotNull @Size(min = 1, max = SettleOrders.MOST) List<@NotBlank @Size(max = 64) String> orderIds,
            @Nullable Instant occurredAt) {}

    /** One result for each order, in the order they were asked. */
    record SettlementsResponse(List<SettlementResult> results) {}

    /** {@code code} says what is wrong with an order that is refused, in the words of the problems of a single one. */
    record SettlementResult(
            String orderId, String result, @Nullable String code, boolean retryable) {

        static SettlementResult of(Result result) {
            var id = result.orderId();
            return switch (result.outcome()) {
                case ACCEPTED -> new SettlementResult(id, "accepted", null, false);
                case SETTLED -> new SettlementResult(id, "settled", null, false);
                case OWN_GOODS -> refused(id, "own-goods", false);
                case UNKNOWN -> refused(id, "rebate-not-found", true);
                case UNCERTAIN, NOT_TRIED -> refused(id, "log-unavailable", true);
            };
        }

        private static SettlementResult refused(String orderId, String code, boolean retryable) {
            return new SettlementResult(orderId, "refused", code, retryable);
        }
    }
}
