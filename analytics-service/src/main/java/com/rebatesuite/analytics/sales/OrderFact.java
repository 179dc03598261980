package com.rebatesuite.analytics.sales;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/** An order event that changes sales: paid, or goods received back. */
public record OrderFact(Cause cause, Kind kind, Instant occurredAt, List<Line> lines) {

    public OrderFact {
        lines = List.copyOf(lines);
    }

    /** One sale per sku and currency: equal skus within an order are summed first, so that they count as one order. */
    public List<Sale> sales() {
        var deltas = new LinkedHashMap<SkuAndCurrency, Totals>();
        for (var line : lines) {
            deltas.merge(new SkuAndCurrency(line.sku(), line.currency()), kind.delta(line), Totals::plus);
        }
        return deltas.entrySet().stream()
                .map(entry -> sale(entry.getKey(), entry.getValue().plus(kind.order())))
                .toList();
    }

    private Sale sale(SkuAndCurrency of, Totals delta) {
        return new Sale(cause, of.sku(), of.currency(), occurredAt, delta);
    }

    /** A line of the event: units of one sku, and the money for them. */
    public record Line(String sku, long quantity, String currency, long minor) {

        /** Far above any real line, and far enough below a long that sums of lines stay one. */
        private static final long MAX_FIGURE = 1_000_000_000_000_000L;

        public Line {
            if (quantity < 1 || quantity > MAX_FIGURE) {
                throw new IllegalArgumentException("quantity: " + quantity + " (expected: 1.." + MAX_FIGURE + ")");
            }
            if (minor < -MAX_FIGURE || minor > MAX_FIGURE) {
                throw new IllegalArgumentException("minor: " + minor + " (expected: ±" + MAX_FIGURE + ")");
            }
            if (!currency.matches("[A-Z]{3}")) {
                throw new IllegalArgumentException("currency: " + currency + " (expected: an ISO 4217 code)");
            }
            if (sku.isBlank()) {
                throw new IllegalArgumentException("sku: blank (expected: the code of a product)");
            }
        }
    }

    /** What an event does to the figures. */
    public enum Kind {
        PAID {
            @Override
            Totals delta(Line line) {
                return new Totals(0, line.quantity(), 0, line.minor(), 0);
            }

            @Override
            Totals order() {
                return new Totals(1, 0, 0, 0, 0);
            }
        },
        RETURNED {
            @Override
            Totals delta(Line line) {
                return new Totals(0, 0, line.quantity(), 0, line.minor());
            }

            @Override
            Totals order() {
                return Totals.NONE;
            }
        };

        abstract Totals delta(Line line);

        abstract Totals order();
    }

    private record SkuAndCurrency(String sku, String currency) {}
}
