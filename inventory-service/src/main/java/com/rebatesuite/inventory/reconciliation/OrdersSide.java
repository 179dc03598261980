package com.rebatesuite.inventory.reconciliation;

import java.util.Locale;

/** How much of the orders' side a report has seen. */
public enum OrdersSide {
    /** All of it. */
    COMPARED,
    /** Some, then a bound was reached or the owner went away: what is not listed may still be broken. */
    PARTLY,
    /** Nothing: the owner did not answer. */
    NOT_COMPARED;

    /** As it is written outside, e.g. {@code not-compared}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The side written like that. */
    public static OrdersSide of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
