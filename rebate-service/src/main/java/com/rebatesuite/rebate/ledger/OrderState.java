package com.rebatesuite.rebate.ledger;

import java.util.Locale;

/** How far the rebate of an order has come. {@code AWAITED}: something is known about the order, but not that it is paid. */
public enum OrderState {
    AWAITED,
    ESTIMATED,
    CONFIRMED,
    AVAILABLE,
    REVERSED,
    CANCELLED,
    REJECTED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
