package com.rebatesuite.inventory.replenishment;

import java.util.Locale;

/** Whether somebody has to look at what a rule proposes. */
public enum Mode {
    AUTOMATIC,
    TO_APPROVE;

    /** As it is written outside, e.g. {@code to-approve}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The mode written like that. */
    public static Mode of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
