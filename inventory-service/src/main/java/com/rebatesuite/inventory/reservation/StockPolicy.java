package com.rebatesuite.inventory.reservation;

import java.util.Locale;

/** What an order wants of the stock. */
public enum StockPolicy {
    /** Nothing: its goods are none of ours. */
    NONE,
    /** Its goods are counted out when they leave, and what was not there is a shortfall: never a refusal. */
    TRACK,
    /** Its goods are promised to it, or it is refused. */
    HOLD;

    /** As it is written outside, e.g. {@code hold}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The policy written like that.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static StockPolicy of(String wire) {
        return switch (wire) {
            case "none" -> NONE;
            case "track" -> TRACK;
            case "hold" -> HOLD;
            default -> throw new IllegalArgumentException("stock_policy: " + wire + " (expected: none, track or hold)");
        };
    }
}
