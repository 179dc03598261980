package com.rebatesuite.order.ordering;

import java.util.EnumSet;
import java.util.Set;

/** Where an order is in its life, and where it may go from there. */
public enum OrderState {
    PLACED,
    CONFIRMED,
    REJECTED,
    PAID,
    SHIPPED,
    DELIVERED,
    COMPLETED,
    CANCELLED,
    EXPIRED;

    /** The states one move away; empty for a terminal state. */
    public Set<OrderState> next() {
        return switch (this) {
            // An order nobody ever answers must not wait for ever: it expires like an unpaid one.
            case PLACED -> EnumSet.of(CONFIRMED, REJECTED, EXPIRED);
            case CONFIRMED -> EnumSet.of(PAID, EXPIRED, CANCELLED);
            case PAID -> EnumSet.of(SHIPPED, CANCELLED);
            case SHIPPED -> EnumSet.of(DELIVERED);
            case DELIVERED -> EnumSet.of(COMPLETED);
            case REJECTED, COMPLETED, CANCELLED, EXPIRED -> EnumSet.noneOf(OrderState.class);
        };
    }

    /** Whether nothing more happens to the order itself. */
    public boolean terminal() {
        return next().isEmpty();
    }

    /** Whether the goods have left the house. */
    public boolean shipped() {
        return this == SHIPPED || this == DELIVERED || this == COMPLETED;
    }

    /** Whether the goods may still leave the house. */
    public boolean mayYetShip() {
        return this == PLACED || this == CONFIRMED || this == PAID;
    }
}
