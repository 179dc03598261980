package com.rebatesuite.deploy.retail.invoices;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file to replay. An order belongs to the day of its first row, with all its rows.
 *
 * @param from first day (UK time), null: from the start
 * @param to last day, inclusive, null: to the end
 * @param limit at most this many orders, with the returns before the next one; 0: all
 */
public record Slice(@Nullable LocalDate from, @Nullable LocalDate to, int limit) {

    /** The whole file. */
    public static final Slice ALL = new Slice(null, null, 0);

    /** Checks that the days are in order. */
    public Slice {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("to: " + to + " (expected: not before " + from + ")");
        }
        if (limit < 0) {
            throw new IllegalArgumentException("limit: " + limit + " (expected: 0 or more)");
        }
    }

    /** The orders and returns of this part of the file, and what it leaves out. */
    public Plan of(History history) {
        var inDays =
                history.orders().stream().filter(order -> contains(order.at())).toList();
        var limited = limit > 0 && inDays.size() > limit;
        var end = limited ? inDays.get(limit).position() : Integer.MAX_VALUE;
        return Plan.of(
                history, limited ? inDays.subList(0, limit) : inDays, (at, position) -> contains(at) && position < end);
    }

    private boolean contains(Instant at) {
        var day = LocalDate.ofInstant(at, RowParser.UK);
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
