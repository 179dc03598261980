package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.ledger.Input.OrderCompleted;
import com.rebatesuite.rebate.ledger.Input.RebateSettled;
import java.util.List;

/** Completion and settlement: estimated → confirmed → available for what has not come back. */
final class Releasing {

    private Releasing() {}

    static Decision complete(Books books, OrderCompleted completed) {
        var order = books.order(completed.orderId());
        if (order == null || order.awaited()) {
            return new Decision.Refused("unknown-order");
        }
        if (order.completed()) {
            return new Decision.Ignored("already-completed");
        }
        return order.anyOpen()
                ? advance(books, order.markCompleted(), completed.cause())
                : new Decision.Ignored("nothing-left");
    }

    static Decision settle(Books books, RebateSettled settled) {
        var order = books.order(settled.orderId());
        if (order == null) {
            return new Decision.Remembered(List.of(OrderRebate.settledEarly(settled.orderId())));
        }
        if (order.settled()) {
            return new Decision.Ignored("already-settled");
        }
        if (order.channel() == Channel.SHOP) {
            return new Decision.Ignored("own-goods");
        }
        return order.anyOpen()
                ? advance(books, order.markSettled(), settled.cause())
                : new Decision.Ignored("nothing-left");
    }

    /** As far as completion and settlement allow; when that is no step, it has at least become known. */
    private static Decision advance(Books books, OrderRebate order, Cause cause) {
        var booking = new Booking(books, cause);
        var advanced = order.withLines(line -> line.open() ? advance(booking, order, line) : line);
        return booking.remember(advanced).booked();
    }

    private static LineRebate advance(Booking booking, OrderRebate order, LineRebate line) {
        var advanced = line;
        if (order.completed() && advanced.bucket() == Bucket.ESTIMATED) {
            advanced = confirm(booking, order, advanced);
        }
        if (order.releasable() && advanced.bucket() == Bucket.CONFIRMED) {
            advanced = release(booking, order, advanced);
        }
        return advanced;
    }

    private static LineRebate confirm(Booking booking, OrderRebate order, LineRebate line) {
        for (var part : line.parts()) {
            if (part.rest() > 0) {
                booking.move(
                        Kind.CONFIRMED,
                        About.part(order, line, part),
                        Bucket.ESTIMATED,
                        Bucket.CONFIRMED,
                        order.currency(),
                        part.rest(),
                        List.of());
            }
        }
        return line.in(Bucket.CONFIRMED);
    }

    private static LineRebate release(Booking booking, OrderRebate order, LineRebate line) {
        return line.in(Bucket.AVAILABLE).parts(part -> part.rest() == 0 ? part : release(booking, order, line, part));
    }

    private static PartRebate release(Booking booking, OrderRebate order, LineRebate line, PartRebate part) {
        var about = About.part(order, line, part);
        return part.inLot(
                booking.release(Kind.RELEASED, about, Bucket.CONFIRMED, order.currency(), part.rest(), List.of()));
    }
}
