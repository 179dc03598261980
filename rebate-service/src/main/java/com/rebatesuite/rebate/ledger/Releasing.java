package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.ledger.Input.OrderCompleted;
import com.rebatesuite.rebate.ledger.Input.RebateSettled;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Completion and settlement: estimated → confirmed → available for what has not come back. */
final class Releasing {

    private Releasing() {}

    static Decision complete(
            Account account, @Nullable OrderRebate order, OrderCompleted completed, Instant recordedAt) {
        if (order == null || order.awaited()) {
            return new Decision.Refused("unknown-order");
        }
        if (order.completed()) {
            return new Decision.Ignored("already-completed");
        }
        if (!order.anyOpen()) {
            return new Decision.Ignored("nothing-left");
        }
        return advance(account, order.markCompleted(), completed.cause(), recordedAt);
    }

    static Decision settle(Account account, @Nullable OrderRebate order, RebateSettled settled, Instant recordedAt) {
        if (order == null) {
            return new Decision.Remembered(OrderRebate.settledEarly(settled.orderId(), settled.cause()));
        }
        if (order.settled()) {
            return new Decision.Ignored("already-settled");
        }
        if (order.channel() == Channel.SHOP) {
            return new Decision.Ignored("own-goods");
        }
        if (!order.anyOpen()) {
            return new Decision.Ignored("nothing-left");
        }
        if (!order.completed()) {
            return new Decision.Remembered(order.markSettled().causedBy(settled.cause()));
        }
        return advance(account, order.markSettled(), settled.cause(), recordedAt);
    }

    private static Decision advance(Account account, OrderRebate order, Cause cause, Instant recordedAt) {
        var booking = new Booking(account, cause, recordedAt, order.currency());
        return booking.booked(order.withLines(line -> line.open() ? advance(booking, order, line) : line));
    }

    private static LineRebate advance(Booking booking, OrderRebate order, LineRebate line) {
        var advanced = line;
        if (advanced.bucket() == Bucket.ESTIMATED) {
            advanced = move(booking, Kind.CONFIRMED, order, advanced, Bucket.CONFIRMED);
        }
        if (advanced.bucket() == Bucket.CONFIRMED && order.releasable()) {
            advanced = move(booking, Kind.RELEASED, order, advanced, Bucket.AVAILABLE);
        }
        return advanced;
    }

    private static LineRebate move(Booking booking, Kind kind, OrderRebate order, LineRebate line, Bucket to) {
        booking.move(kind, order.orderId(), line, line.bucket(), to, line.rest(), List.of());
        return line.in(to);
    }
}
