package com.rebatesuite.order.ordering;

import com.rebatesuite.order.OrderHistory;
import java.util.ArrayList;

/** The order of the contracts' examples with what is not in every order. */
public final class OrderExtras {

    private OrderExtras() {}

    /** Paid; voucher and shipping in minor units, the quote with its first line. */
    public static Order paid(long voucher, long shipping, String quote) {
        var paid = OrderHistory.paid();
        var lines = new ArrayList<>(VoucherShares.spread(voucher, paid.lines()));
        lines.set(0, lines.getFirst().quoted(quote));
        return new Order(paid.id(), paid.userId(), paid.origin(), paid.times(), lines, shipping, paid.progress());
    }
}
