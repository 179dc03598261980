package com.rebatesuite.order.returns.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.returns.Condition;
import com.rebatesuite.order.returns.ReturnEvent;
import com.rebatesuite.order.returns.ReturnLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** contracts/events/return-received.v1, as data. */
record ReturnReceivedMessage(
        UUID orderId, int sequence, String userId, Instant occurredAt, UUID returnId, Money refund, List<Line> lines) {

    static ReturnReceivedMessage of(ReturnEvent.Received received) {
        var order = received.order();
        var returned = received.returned();
        return new ReturnReceivedMessage(
                order.id(),
                order.progress().sequence(),
                order.userId(),
                received.occurredAt(),
                returned.id(),
                returned.refund(),
                returned.lines().stream().map(Line::of).toList());
    }

    record Line(int line, String sku, int quantity, Money refund, String condition) {
        static Line of(ReturnLine line) {
            return new Line(
                    line.line(), line.sku(), line.quantity(), line.refund(), name(requireNonNull(line.condition())));
        }

        private static String name(Condition condition) {
            return switch (condition) {
                case GOOD -> "good";
                case DAMAGED -> "damaged";
            };
        }
    }
}
