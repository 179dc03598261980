package com.rebatesuite.rebate.earning;

import java.time.Instant;
import java.util.List;

/** A paid order as the rules see it; all amounts are minor units of the one currency (ISO 4217). */
public record Basket(String orderId, Instant occurredAt, String currency, List<BasketLine> lines) {

    public Basket {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines: none (expected: at least 1)");
        }
        if (lines.stream().map(BasketLine::line).distinct().count() != lines.size()) {
            throw new IllegalArgumentException("lines: a line number twice (expected: each once)");
        }
        lines = List.copyOf(lines);
    }

    /** What all lines together cost, without vouchers and shipping. */
    public long total() {
        return lines.stream().mapToLong(BasketLine::base).reduce(0, Math::addExact);
    }
}
