package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.HalfEven;
import com.rebatesuite.rebate.earning.Step;
import com.rebatesuite.rebate.ledger.Input.OrderCancelled;
import com.rebatesuite.rebate.ledger.Input.ReturnReceived;
import com.rebatesuite.rebate.ledger.Input.ReturnedLine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Returns and cancellation: what was earned for units that came back goes back to the house. */
final class Reversing {

    private Reversing() {}

    static Decision receive(Books books, ReturnReceived returned) {
        var order = books.order(returned.orderId());
        if (order == null || order.awaited()) {
            return new Decision.Refused("unknown-order");
        }
        if (order.facts().contains(returned.returnId())) {
            return new Decision.Ignored("already-returned");
        }
        if (order.state() == OrderState.CANCELLED) {
            return new Decision.Ignored("cancelled");
        }
        var units = unitsByLine(returned.lines());
        var objection = objection(order, units);
        return objection == null ? reverse(books, order, returned, units) : new Decision.Refused(objection);
    }

    static Decision cancel(Books books, OrderCancelled cancelled) {
        var order = books.order(cancelled.orderId());
        if (order == null || order.awaited()) {
            return new Decision.Ignored("not-paid");
        }
        if (!order.anyOpen()) {
            return new Decision.Ignored("nothing-left");
        }
        var booking = new Booking(books, cancelled.cause());
        var reversed = order.withLines(line -> line.open() ? cancel(booking, order, line) : line);
        return booking.remember(reversed.in(OrderState.CANCELLED)).booked();
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
            Books books, OrderRebate order, ReturnReceived returned, Map<Integer, Integer> units) {
        var booking = new Booking(books, returned.cause());
        var reversed = order.withLines(line -> {
            var sentBack = units.get(line.line());
            return sentBack == null ? line : sendBack(booking, order, line, line.returned() + sentBack);
        });
        return booking.remember(reversed.withFact(returned.returnId())).booked();
    }

    /** Reversed so far = round(earned × returned / quantity), so a full return leaves zero. */
    private static LineRebate sendBack(Booking booking, OrderRebate order, LineRebate line, int units) {
        var after = line.withReturned(units);
        if (!line.open()) {
            return after;
        }
        var reversed = after.parts(part -> {
            long total = HalfEven.share(part.earned(), units, line.quantity());
            var words = "%d of %d units back: %d of %d, less %d before"
                    .formatted(units, line.quantity(), total, part.earned(), part.reversed());
            return reverse(booking, order, line, part, total, words);
        });
        return units == line.quantity() ? reversed.in(Bucket.HOUSE) : reversed;
    }

    private static LineRebate cancel(Booking booking, OrderRebate order, LineRebate line) {
        return line.parts(part -> reverse(
                        booking,
                        order,
                        line,
                        part,
                        part.earned(),
                        "cancelled: the rest of %d".formatted(part.earned())))
                .in(Bucket.HOUSE);
    }

    private static PartRebate reverse(
            Booking booking, OrderRebate order, LineRebate line, PartRebate part, long total, String words) {
        long difference = total - part.reversed();
        TakingBack.book(booking, Kind.REVERSED, order, line, part, difference, new Step("reversal", words, difference));
        return part.reversed(total);
    }
}
