package com.rebatesuite.rebate.ledger.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.rebate.ledger.Input.OrderPaid;
import com.rebatesuite.rebate.ledger.Input.SoldLine;
import java.time.Instant;
import java.util.List;

/** What the ledger needs of contracts/events/order-paid.v1. */
record OrderPaidMessage(
        String orderId, String userId, Instant occurredAt, String channel, MoneyMessage total, List<Line> lines) {

    OrderPaidMessage {
        requireNonNull(orderId, "order_id");
        requireNonNull(userId, "user_id");
        requireNonNull(occurredAt, "occurred_at");
        requireNonNull(channel, "channel");
        requireNonNull(total, "total");
        lines = List.copyOf(requireNonNull(lines, "lines"));
    }

    /** The fact that the event states. */
    static OrderPaid input(CloudEvent<OrderPaidMessage> event) {
        var data = event.data();
        return new OrderPaid(
                Causes.of(event),
                data.userId(),
                data.orderId(),
                data.occurredAt(),
                Channels.of(data.channel()),
                data.total().currency(),
                data.lines().stream().map(data::sold).toList());
    }

    private SoldLine sold(Line line) {
        if (!line.amount().currency().equals(total.currency())) {
            throw new IllegalArgumentException("currency: %s in line %d (expected: %s as the total)"
                    .formatted(line.amount().currency(), line.line(), total.currency()));
        }
        return new SoldLine(
                line.line(),
                line.sku(),
                line.category(),
                line.merchant(),
                line.quantity(),
                line.amount().minor());
    }

    record Line(int line, String sku, String category, String merchant, int quantity, MoneyMessage amount) {

        public Line {
            requireNonNull(sku, "sku");
            requireNonNull(category, "category");
            requireNonNull(merchant, "merchant");
            requireNonNull(amount, "amount");
        }
    }
}
