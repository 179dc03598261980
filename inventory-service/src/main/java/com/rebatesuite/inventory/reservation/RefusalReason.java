package com.rebatesuite.inventory.reservation;

import java.util.Locale;

/** Why a hold was refused. */
public enum RefusalReason {
    /** The goods are not there. */
    OUT_OF_STOCK,
    /** The user holds too much already that is not paid. */
    HOLD_QUOTA;

    /** As it is written outside, e.g. {@code hold-quota}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason written like that. */
    public static RefusalReason of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
