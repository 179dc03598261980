package com.rebatesuite.order.returns.kafka;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.returns.ReturnEvent;
import com.rebatesuite.order.returns.ReturnLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** contracts/events/return-requested.v1, as data. */
record ReturnRequestedMessage(
        UUID orderId, int sequence, String userId, Instant occurredAt, UUID returnId, String reason, List<Line> lines) {

    static ReturnRequestedMessage of(ReturnEvent.Requested requested) {
        var order = requested.order();
        var returned = requested.returned();
        return new ReturnRequestedMessage(
                order.id(),
                order.progress().sequence(),
                order.userId(),
                requested.occurredAt(),
                returned.id(),
                returned.reason(),
                returned.lines().stream().map(Line::of).toList());
    }

    record Line(int line, String sku, int quantity, Money refund) {
        static Line of(ReturnLine line) {
            return new Line(line.line(), line.sku(), line.quantity(), line.refund());
        }
    }
}
