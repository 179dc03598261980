package com.rebatesuite.rebate.ledger;

import java.util.Locale;

/** Where an amount lies. Every entry moves from one bucket to another; the house is where rebates come from and fall back to. */
public enum Bucket {
    HOUSE,
    ESTIMATED,
    CONFIRMED,
    AVAILABLE,
    RESERVED,
    PAID;

    /** The name in the canonical form, in events and in answers. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
