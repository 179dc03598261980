package com.rebatesuite.inventory.reconciliation;

import java.util.Locale;

/** In which way two sides do not fit together. */
public enum Kind {
    /** A level is not the sum of its journal (INV-8). */
    LEVEL_NOT_JOURNAL,
    /** A level holds other units than the reservations do. */
    LEVEL_NOT_RESERVED,
    /** Goods are held for an order that was cancelled, rejected or has expired. */
    HOLD_OF_ENDED_ORDER,
    /** Goods are held, or have left, for an order that nobody knows. */
    HOLD_OF_UNKNOWN_ORDER,
    /** Goods are held for good although nobody has paid. */
    HOLD_NOT_PAID,
    /** The hold of a paid order would run out. */
    HOLD_NOT_KEPT,
    /** The order has left the house, its goods have not left the books. */
    SHIPPED_NOT_COMMITTED,
    /** Goods have left the books, their order has not left the house. */
    COMMITTED_NOT_SHIPPED,
    /** An order counts on goods, and nothing is held for it. */
    ORDER_WITHOUT_HOLD;

    /** Whether it is about a level; the others are about an order. */
    public boolean ofLevel() {
        return this == LEVEL_NOT_JOURNAL || this == LEVEL_NOT_RESERVED;
    }

    /** As it is written outside, e.g. {@code level-not-journal}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind written like that. */
    public static Kind of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
