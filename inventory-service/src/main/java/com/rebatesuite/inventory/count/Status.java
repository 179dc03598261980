package com.rebatesuite.inventory.count;

import java.util.Locale;

/** Where a count stands. */
public enum Status {
    OPEN,
    CLOSED,
    CANCELLED;

    /** As it is written outside, e.g. {@code open}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status written like that. */
    public static Status of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
