package com.rebatesuite.inventory.reconciliation;

import java.util.Arrays;
import java.util.Locale;

/** Where an order is in its life, as far as goods go. */
public enum OrderState {
    PLACED,
    CONFIRMED,
    REJECTED,
    PAID,
    SHIPPED,
    DELIVERED,
    COMPLETED,
    CANCELLED,
    EXPIRED,
    /** One we have not learned yet: nothing can be said about it. */
    OTHER;

    /** The state written like that by order-service. */
    public static OrderState of(String wire) {
        var name = wire.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(OTHER);
    }

    /** Whether it has ended without its goods having left. */
    boolean ended() {
        return this == REJECTED || this == CANCELLED || this == EXPIRED;
    }

    /** Whether its goods have left. */
    boolean shipped() {
        return this == SHIPPED || this == DELIVERED || this == COMPLETED;
    }
}
