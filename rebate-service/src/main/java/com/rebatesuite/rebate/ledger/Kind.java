package com.rebatesuite.rebate.ledger;

import java.util.Locale;

/** What an entry says has happened to money. */
public enum Kind {
    EARNED,
    CONFIRMED,
    RELEASED,
    REVERSED,
    AMENDED,
    REJECTED,
    CLAWED_BACK,
    OFFSET,
    EXPIRED,
    RESERVED,
    PAID,
    RETURNED,
    ADJUSTED,
    GRANTED;

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The name in the canonical form, in events and in answers. */
    @Override
    public String toString() {
        return text;
    }
}
