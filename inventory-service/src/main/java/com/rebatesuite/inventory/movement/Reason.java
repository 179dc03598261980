package com.rebatesuite.inventory.movement;

import java.util.Locale;

/** Why a level moved. */
public enum Reason {
    RECEIPT,
    ADJUSTMENT,
    COUNT,
    HOLD,
    COMMIT,
    RELEASE,
    EXPIRE,
    RESTOCK,
    SALE,
    DAMAGE,
    WRITE_OFF,
    TRANSFER_OUT,
    TRANSFER_IN,
    THRESHOLDS,
    COMPENSATION;

    /** As it is written outside, e.g. {@code hold}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason written like that. */
    public static Reason of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
