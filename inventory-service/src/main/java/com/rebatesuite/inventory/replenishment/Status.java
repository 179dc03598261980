package com.rebatesuite.inventory.replenishment;

import java.util.Locale;
import java.util.Set;

/** How far a replenishment has come. */
public enum Status {
    PROPOSED,
    APPROVED,
    ORDERED,
    PARTLY_RECEIVED,
    RECEIVED,
    CANCELLED;

    /** What it may become next: nothing, once it has ended. */
    Set<Status> next() {
        return switch (this) {
            case PROPOSED -> Set.of(APPROVED, CANCELLED);
            case APPROVED -> Set.of(ORDERED, CANCELLED);
            case ORDERED, PARTLY_RECEIVED -> Set.of(PARTLY_RECEIVED, RECEIVED, CANCELLED);
            case RECEIVED, CANCELLED -> Set.of();
        };
    }

    /** Whether goods are still to come. */
    public boolean isOpen() {
        return !next().isEmpty();
    }

    /** As it is written outside, e.g. {@code partly-received}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status written like that. */
    public static Status of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
