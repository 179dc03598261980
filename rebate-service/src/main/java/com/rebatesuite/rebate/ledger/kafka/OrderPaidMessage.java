package com.rebatesuite.rebate.ledger.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.rebate.earning.Basket;
import com.rebatesuite.rebate.earning.BasketLine;
import com.rebatesuite.rebate.ledger.Channel;
import com.rebatesuite.rebate.ledger.Input.OrderPaid;
import com.rebatesuite.rebate.quote.Quotes;
import com.rebatesuite.rebate.quote.Sale;
import com.rebatesuite.rebate.quote.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the ledger needs of contracts/events/order-paid.v1. */
record OrderPaidMessage(
        String orderId,
        String userId,
        Instant occurredAt,
        @Nullable Instant receivedAt,
        String channel,
        @Nullable String partner,
        @Nullable String externalNumber,
        MoneyMessage total,
        List<Line> lines) {

    OrderPaidMessage {
        requireNonNull(orderId, "order_id");
        requireNonNull(userId, "user_id");
        requireNonNull(occurredAt, "occurred_at");
        requireNonNull(channel, "channel");
        requireNonNull(total, "total");
        lines = List.copyOf(requireNonNull(lines, "lines"));
    }

    /** The fact that the event states; a quote counts if it is one of ours and holds for the line. */
    static OrderPaid input(CloudEvent<OrderPaidMessage> event, Quotes quotes) {
        var data = event.data();
        var basket = new Basket(
                data.orderId(),
                data.occurredAt(),
                data.total().currency(),
                data.lines().stream().map(line -> data.sold(line, quotes)).toList());
        return new OrderPaid(
                Causes.of(event),
                data.userId(),
                basket,
                channel(data.channel()),
                data.partner(),
                data.externalNumber());
    }

    private BasketLine sold(Line line, Quotes quotes) {
        var base = line.rebateBase() == null ? line.amount() : line.rebateBase();
        var verdict = line.quote() == null ? null : verdict(line, line.quote(), quotes);
        return new BasketLine(
                line.line(),
                line.sku(),
                line.category(),
                line.merchant(),
                line.quantity(),
                base.minor(total.currency()),
                verdict instanceof Verdict.Holds holds ? holds.kept() : null,
                verdict instanceof Verdict.Refused refused ? refused.reason() : null);
    }

    private Verdict verdict(Line line, String quote, Quotes quotes) {
        var orderedAt = receivedAt == null ? occurredAt : receivedAt;
        return quotes.verify(quote, new Sale(userId, line.sku(), line.quantity(), total.currency(), orderedAt));
    }

    private static Channel channel(String channel) {
        return switch (channel) {
            case "shop" -> Channel.SHOP;
            case "partner" -> Channel.PARTNER;
            default -> throw new IllegalArgumentException("channel: " + channel + " (expected: shop or partner)");
        };
    }

    record Line(
            int line,
            String sku,
            String category,
            String merchant,
            int quantity,
            MoneyMessage amount,
            @Nullable MoneyMessage rebateBase,
            @Nullable String quote) {

        public Line {
            requireNonNull(sku, "sku");
            requireNonNull(category, "category");
            requireNonNull(merchant, "merchant");
            requireNonNull(amount, "amount");
        }
    }
}
