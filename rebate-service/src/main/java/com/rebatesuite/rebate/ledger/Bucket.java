package com.rebatesuite.rebate.ledger;

import java.util.Locale;

/**
 * Where an amount lies. Every entry moves from one bucket to another; the house is where rebates come from and fall back
 * to, and {@code OWED} holds, below zero, what a shopper owes.
 */
public enum Bucket {
    HOUSE,
    ESTIMATED,
    CONFIRMED,
    AVAILABLE,
    RESERVED,
    PAID,
    OWED;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The name in the canonical form, in events and in answers. */
    @Override
    public String toString() {
        return text;
    }
}
