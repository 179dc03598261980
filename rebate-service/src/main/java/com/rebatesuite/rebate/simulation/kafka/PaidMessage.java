package com.rebatesuite.rebate.simulation.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.rebate.earning.Basket;
import com.rebatesuite.rebate.earning.BasketLine;
import com.rebatesuite.rebate.simulation.Fact;
import com.rebatesuite.rebate.simulation.Fact.Purchase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What simulations need of contracts/events/order-paid.v1. A promise of a quote is left out, and counted. */
record PaidMessage(
        String orderId,
        String userId,
        Instant occurredAt,
        @Nullable String partner,
        @Nullable String externalNumber,
        MoneyMessage total,
        List<Line> lines) {

    PaidMessage {
        requireNonNull(orderId, "order_id");
        requireNonNull(userId, "user_id");
        requireNonNull(occurredAt, "occurred_at");
        requireNonNull(total, "total");
        lines = List.copyOf(requireNonNull(lines, "lines"));
    }

    Fact fact() {
        return new Fact.Paid(
                userId,
                new Basket(
                        orderId,
                        occurredAt,
                        total.currency(),
                        lines.stream().map(line -> line.sold(total.currency())).toList()),
                partner == null || externalNumber == null ? null : new Purchase(partner, externalNumber),
                (int) lines.stream().filter(line -> line.quote() != null).count());
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

        BasketLine sold(String currency) {
            var base = rebateBase == null ? amount : rebateBase;
            return new BasketLine(line, sku, category, merchant, quantity, base.minor(currency), null);
        }
    }
}
