package com.rebatesuite.deploy.retail.invoices;

import java.math.BigDecimal;

/**
 * Rows counted and summed.
 *
 * @param value quantity × price in pounds, exact
 */
public record Tally(long rows, long units, BigDecimal value) {

    static final Tally NONE = new Tally(0, 0, BigDecimal.ZERO);

    static Tally of(Row.Unusable row) {
        return new Tally(1, row.units(), row.value());
    }

    Tally plus(Tally other) {
        return new Tally(Math.addExact(rows, other.rows), Math.addExact(units, other.units), value.add(other.value));
    }
}
