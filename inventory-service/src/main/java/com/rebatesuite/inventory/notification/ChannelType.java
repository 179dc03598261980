package com.rebatesuite.inventory.notification;

import java.util.Locale;

/** How a message reaches people. */
public enum ChannelType {
    WEBHOOK,
    MAIL;

    /** As it is written outside, e.g. {@code webhook}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type written like that. */
    public static ChannelType of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
