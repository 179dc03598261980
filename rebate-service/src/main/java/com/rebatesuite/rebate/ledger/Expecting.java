package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.ledger.Input.OrderDelivered;
import java.time.Instant;

/** Delivery: from then on it is known when the return window closes, and with it when the rebate is confirmed. */
final class Expecting {

    private Expecting() {}

    static Decision deliver(Books books, OrderDelivered delivered) {
        var order = books.order(delivered.orderId());
        if (order == null || order.awaited()) {
            return new Decision.Ignored("not-paid");
        }
        if (order.completed() || !order.anyOpen()) {
            return new Decision.Ignored("nothing-left");
        }
        var expected = expected(order, delivered.returnWindowEndsAt());
        return expected.equals(order.expectedAt())
                ? new Decision.Ignored("nothing-new")
                : new Booking(books, delivered.cause())
                        .remember(order.expected(expected))
                        .booked();
    }

    /** A partner takes as long as agreed, even when nothing can come back any more. */
    private static Instant expected(OrderRebate order, Instant windowEndsAt) {
        var agreed = order.expectedAt();
        return order.channel() == Channel.PARTNER && agreed != null && agreed.isAfter(windowEndsAt)
                ? agreed
                : windowEndsAt;
    }
}
