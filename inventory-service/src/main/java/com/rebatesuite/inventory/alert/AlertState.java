package com.rebatesuite.inventory.alert;

import java.util.Locale;

/** Whether somebody has to look at an alert. */
public enum AlertState {
    OPEN,
    ACKNOWLEDGED,
    CLEARED;

    /** As it is written outside, e.g. {@code open}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state written like that. */
    public static AlertState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
