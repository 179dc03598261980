package com.rebatesuite.deploy.retail.invoices;

import java.time.Instant;
import java.util.List;

/**
 * One invoice: a partner order.
 *
 * @param number the invoice number, the partner's external number
 * @param position where its first row stands among all rows by time
 */
public record Order(String number, String customer, Instant at, int position, List<OrderLine> lines)
        implements Transaction {

    /** Copies the lines. */
    public Order {
        lines = List.copyOf(lines);
    }

    /** The line with this number, from 1. */
    public OrderLine line(int line) {
        return lines.get(line - 1);
    }

    @Override
    public int lineCount() {
        return lines.size();
    }
}
