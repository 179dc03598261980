package com.rebatesuite.order.ordering;

import java.util.Locale;

/** What an order wants of the stock. */
public enum StockPolicy {
    /** Nothing: its goods are none of ours. */
    NONE,
    /** Its goods are counted out when they leave; it is never refused. */
    TRACK,
    /** Its goods are promised to it, or it is refused. */
    HOLD;

    /** As it is written outside, e.g. {@code hold}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
