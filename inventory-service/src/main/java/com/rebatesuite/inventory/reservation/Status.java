package com.rebatesuite.inventory.reservation;

import java.util.Locale;

/** What has become of a promise. */
public enum Status {
    HELD,
    REFUSED,
    COMMITTED,
    RELEASED,
    EXPIRED;

    /** As it is written outside, e.g. {@code held}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status written like that. */
    public static Status of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
