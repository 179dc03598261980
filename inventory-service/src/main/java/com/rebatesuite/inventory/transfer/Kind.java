package com.rebatesuite.inventory.transfer;

import java.util.Locale;

/** What can be done to a transfer. Only what is lost moves no level: it has left one already, and reaches none. */
public enum Kind {
    SEND,
    RECEIVE,
    RETURN,
    LOSE;

    /** As it is written outside, e.g. {@code send}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind written like that. */
    public static Kind of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
