package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.Step;
import com.rebatesuite.rebate.merchant.Clawback;
import java.util.List;

/**
 * Money of a part goes back to the house from wherever it lies. What was available already is clawed back, spent or not:
 * below zero, or owed, as the merchant's terms say.
 */
final class TakingBack {

    private TakingBack() {}

    static void book(
            Booking booking, Kind kind, OrderRebate order, LineRebate line, PartRebate part, long minor, Step step) {
        var about = About.part(order, line, part);
        if (line.bucket() != Bucket.AVAILABLE) {
            booking.move(kind, about, line.bucket(), Bucket.HOUSE, order.currency(), minor, List.of(step));
            return;
        }
        long owed = owed(booking, order, line, minor);
        if (owed < minor || minor == 0) {
            booking.take(
                    Kind.CLAWED_BACK, about, Bucket.HOUSE, order.currency(), minor - owed, part.lot(), List.of(step));
        }
        if (owed > 0) {
            booking.move(Kind.CLAWED_BACK, about, Bucket.OWED, Bucket.HOUSE, order.currency(), owed, List.of(step));
        }
    }

    private static long owed(Booking booking, OrderRebate order, LineRebate line, long minor) {
        var clawback = booking.books().terms().of(line.merchant()).clawback();
        return clawback == Clawback.NEGATIVE
                ? 0
                : Math.max(0, minor - booking.balance(order.currency()).spendable());
    }
}
