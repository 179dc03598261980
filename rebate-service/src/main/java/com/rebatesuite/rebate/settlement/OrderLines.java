package com.rebatesuite.rebate.settlement;

import com.rebatesuite.rebate.view.LineView;
import com.rebatesuite.rebate.view.OrderView;
import com.rebatesuite.rebate.view.PartView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be said of an order from what is served of it. */
final class OrderLines {

    private static final Set<String> CLOSED = Set.of("reversed", "cancelled", "rejected");

    private OrderLines() {}

    static Optional<ChangeAnswer> closed(OrderView order) {
        return CLOSED.contains(order.state())
                ? Optional.of(new ChangeAnswer.Closed(order.orderId(), order.state()))
                : Optional.empty();
    }

    static Optional<LineView> find(OrderView order, int number) {
        return order.lines().stream().filter(line -> line.line() == number).findFirst();
    }

    /** Nothing can come of it any more. */
    static boolean isClosed(LineView line) {
        return line.bucket().equals("house");
    }

    /** What the shopper has of the line's rebate, in minor units. */
    static long rest(LineView line) {
        return line.earned().minor() - line.reversed().minor();
    }

    /**
     * What it would be with another base, in minor units; null where that is for the ledger to say: a raise is bounded by
     * rules, and what was returned is reversed again by its own share.
     */
    static @Nullable Long restIfCut(LineView line, long base) {
        if (line.returned() > 0
                || line.reversed().minor() > 0
                || base > line.base().minor()) {
            return null;
        }
        return line.parts().stream()
                .mapToLong(part -> cut(part, line.base().minor(), base))
                .sum();
    }

    private static long cut(PartView part, long oldBase, long newBase) {
        if (oldBase == 0) {
            return part.earned().minor();
        }
        return BigDecimal.valueOf(part.earned().minor())
                .multiply(BigDecimal.valueOf(newBase))
                .divide(BigDecimal.valueOf(oldBase), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
