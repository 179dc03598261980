package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.ledger.Input.OrderCancelled;
import com.rebatesuite.rebate.ledger.Input.ReturnReceived;
import com.rebatesuite.rebate.ledger.Input.ReturnedLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Returns and cancellation: from wherever the line's rebate lies back to the house. What was available already is taken
 * back too, even below zero: it is made up for by what comes next.
 */
final class Reversing {

    private Reversing() {}

    static Decision receive(Account account, @Nullable OrderRebate order, ReturnReceived returned, Instant recordedAt) {
        if (order == null || order.awaited()) {
            return new Decision.Refused("unknown-order");
        }
        if (order.returns().contains(returned.returnId())) {
            return new Decision.Ignored("already-returned");
        }
        if (order.state() == OrderState.CANCELLED) {
            return new Decision.Ignored("cancelled");
        }
        var units = unitsByLine(returned.lines());
        var objection = objection(order, units);
        return objection == null
                ? reverse(account, order, returned, units, recordedAt)
                : new Decision.Refused(objection);
    }

    static Decision cancel(Account account, @Nullable OrderRebate order, OrderCancelled cancelled, Instant recordedAt) {
        if (order == null || order.awaited()) {
            return new Decision.Ignored("not-paid");
        }
        if (!order.anyOpen()) {
            return new Decision.Ignored("nothing-left");
        }
        var booking = new Booking(account, cancelled.cause(), recordedAt, order.currency());
        var reversed = order.withLines(line -> line.open() ? book(booking, order, line, line.cancelled()) : line);
        return booking.booked(reversed.cancelled());
    }

    /** Good and damaged units of one line come as two lines of the return: they are one number here. */
    private static Map<Integer, Integer> unitsByLine(List<ReturnedLine> lines) {
        var units = new TreeMap<Integer, Integer>();
        lines.forEach(line -> units.merge(line.line(), line.quantity(), Math::addExact));
        return units;
    }

    private static @Nullable String objection(OrderRebate order, Map<Integer, Integer> units) {
        for (var returned : units.entrySet()) {
            var line = order.lines().stream()
                    .filter(candidate -> candidate.line() == returned.getKey())
                    .findFirst();
            if (line.isEmpty()) {
                return "unknown-line";
            }
            if (returned.getValue() > line.get().quantity() - line.get().returned()) {
                return "too-many-units";
            }
        }
        return null;
    }

    private static Decision reverse(
            Account account,
            OrderRebate order,
            ReturnReceived returned,
            Map<Integer, Integer> units,
            Instant recordedAt) {
        var booking = new Booking(account, returned.cause(), recordedAt, order.currency());
        var reversed = order.withLines(line -> {
            var sentBack = units.get(line.line());
            return sentBack == null ? line : book(booking, order, line, line.returning(sentBack));
        });
        return booking.booked(reversed.withReturn(returned.returnId()));
    }

    private static LineRebate book(Booking booking, OrderRebate order, LineRebate before, LineRebate after) {
        long difference = after.reversed() - before.reversed();
        booking.move(
                Kind.REVERSED,
                order.orderId(),
                before,
                before.bucket(),
                Bucket.HOUSE,
                difference,
                List.of(new Step("reversal", words(before, after), difference)));
        return after;
    }

    private static String words(LineRebate before, LineRebate after) {
        return after.returned() == before.returned()
                ? "cancelled: the rest of %d".formatted(before.earned())
                : "%d of %d units back: %d of %d, less %d before"
                        .formatted(
                                after.returned(),
                                after.quantity(),
                                after.reversed(),
                                after.earned(),
                                before.reversed());
    }
}
