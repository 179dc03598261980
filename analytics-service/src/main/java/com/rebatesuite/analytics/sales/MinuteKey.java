package com.rebatesuite.analytics.sales;

import java.time.Duration;
import java.time.Instant;

/** One window: a minute of event time, a currency and a sku. */
public record MinuteKey(Instant start, String currency, String sku) {

    /** How long a window is. */
    public static final Duration LENGTH = Duration.ofMinutes(1);

    /** The window an instant falls into. */
    public static MinuteKey of(Instant instant, String currency, String sku) {
        return new MinuteKey(floor(instant), currency, sku);
    }

    /** The start of the minute an instant falls into. */
    public static Instant floor(Instant instant) {
        var seconds = instant.getEpochSecond();
        return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, LENGTH.toSeconds()));
    }

    /** The first instant that is no longer in the window. */
    public Instant end() {
        return start.plus(LENGTH);
    }
}
