package com.rebatesuite.deploy.retail.invoices;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one credit note takes back of one order: a partner return.
 *
 * @param number credit note and invoice number, so the same file always gives the same number
 * @param at when the last of its rows was written
 * @param position where the last of its rows stands among all rows by time
 * @param units units per line of the order
 */
public record Return(String number, Order order, Instant at, int position, Map<Integer, Integer> units)
        implements Transaction {

    /** Copies the units. */
    public Return {
        units = new TreeMap<>(units);
    }

    @Override
    public String customer() {
        return order.customer();
    }

    @Override
    public int lineCount() {
        return units.size();
    }

    /** Units over all lines. */
    public long totalUnits() {
        return units.values().stream().mapToLong(Integer::longValue).sum();
    }
}
