package com.rebatesuite.rebate.simulation;

import com.rebatesuite.rebate.earning.Basket;
import com.rebatesuite.rebate.earning.Earned;
import com.rebatesuite.rebate.earning.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An order of the period: what it would earn, what of it came back, and what it was given. */
final class TriedOrder {

    private final String userId;
    private final LocalDate day;
    private final String currency;
    private final Map<Integer, Line> lines = new HashMap<>();
    private long given;

    TriedOrder(String userId, Basket basket, Earned earned) {
        this.userId = userId;
        this.day = LocalDate.ofInstant(basket.occurredAt(), ZoneOffset.UTC);
        this.currency = basket.currency();
        for (int i = 0; i < basket.lines().size(); i++) {
            var sold = basket.lines().get(i);
            lines.put(
                    sold.line(),
                    Line.sold(sold.quantity(), earned.lines().get(i).parts()));
        }
    }

    void returned(Map<Integer, Integer> units) {
        units.forEach((number, back) -> lines.computeIfPresent(number, (same, line) -> line.returning(back)));
    }

    void cancelled() {
        lines.replaceAll((number, line) -> line.returning(line.quantity()));
    }

    void booked(long minor) {
        given = Math.addExact(given, minor);
    }

    String userId() {
        return userId;
    }

    LocalDate day() {
        return day;
    }

    String currency() {
        return currency;
    }

    long given() {
        return given;
    }

    /** What would be left of it. */
    long simulated() {
        return lines.values().stream().mapToLong(Line::rest).sum();
    }

    private record Line(int quantity, int returned, List<Long> parts) {

        static Line sold(int quantity, List<Part> parts) {
            return new Line(quantity, 0, parts.stream().map(Part::minor).toList());
        }

        Line returning(int units) {
            return new Line(quantity, Math.min(quantity, returned + units), parts);
        }

        /** Part by part, as the ledger takes back: earned less round(earned × returned / quantity). */
        long rest() {
            long rest = 0;
            for (long earned : parts) {
                rest += earned - share(earned);
            }
            return rest;
        }

        private long share(long earned) {
            return BigDecimal.valueOf(earned)
                    .multiply(BigDecimal.valueOf(returned))
                    .divide(BigDecimal.valueOf(quantity), 0, RoundingMode.HALF_EVEN)
                    .longValueExact();
        }
    }
}
