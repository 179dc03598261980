package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.Step;
import com.rebatesuite.rebate.ledger.Input.RebateRejected;

/** The rebate of an order, or of some of its lines, is not due after all, and the shopper is told why. */
final class Rejecting {

    private Rejecting() {}

    static Decision reject(Books books, RebateRejected rejected) {
        var order = books.order(rejected.orderId());
        if (order == null || order.awaited()) {
            return new Decision.Refused("unknown-order");
        }
        if (order.facts().contains(rejected.rejectionId())) {
            return new Decision.Ignored("already-rejected");
        }
        var lines = rejected.lines();
        if (lines != null && !lines.stream().allMatch(order::hasLine)) {
            return new Decision.Refused("unknown-line");
        }
        return order.lines().stream().anyMatch(line -> line.open() && rejected.concerns(line))
                ? book(books, order, rejected)
                : new Decision.Ignored("nothing-left");
    }

    private static Decision book(Books books, OrderRebate order, RebateRejected rejected) {
        var booking = new Booking(books, rejected.cause());
        var after = order.withLines(line ->
                        line.open() && rejected.concerns(line) ? reject(booking, order, line, rejected.reason()) : line)
                .withFact(rejected.rejectionId());
        return booking.remember(after.anyOpen() ? after : after.in(OrderState.REJECTED))
                .booked();
    }

    private static LineRebate reject(Booking booking, OrderRebate order, LineRebate line, String reason) {
        return line.parts(part -> {
                    var step = new Step("rejection", reason, part.rest());
                    TakingBack.book(booking, Kind.REJECTED, order, line, part, part.rest(), step);
                    return part.reversed(part.earned());
                })
                .in(Bucket.HOUSE)
                .because(reason);
    }
}
