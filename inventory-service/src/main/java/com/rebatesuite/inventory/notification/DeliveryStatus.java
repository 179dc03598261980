package com.rebatesuite.inventory.notification;

import java.util.Locale;

/** What has become of what a channel is to be told. Nothing that was not sent goes unseen. */
public enum DeliveryStatus {
    PENDING,
    SENT,
    /** Tried as often as it may be. */
    FAILED,
    /** There is no way to send it, as things are set up. */
    UNDELIVERABLE,
    /** The channel was removed before. */
    CANCELLED;

    /** As it is written outside, e.g. {@code pending}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status written like that. */
    public static DeliveryStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
