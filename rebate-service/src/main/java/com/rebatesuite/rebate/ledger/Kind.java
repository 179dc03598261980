package com.rebatesuite.rebate.ledger;

import java.util.Locale;

/** What an entry says has happened to the money of a line. */
public enum Kind {
    EARNED,
    CONFIRMED,
    RELEASED,
    REVERSED;

    /** The name in the canonical form, in events and in answers. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
