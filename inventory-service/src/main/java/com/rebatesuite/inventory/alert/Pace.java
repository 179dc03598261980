package com.rebatesuite.inventory.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many units left in how long: those that were promised or sold, less promises that were taken back.
 *
 * @param over the time that was looked at
 */
public record Pace(long units, Duration over) {

    // What would take longer than this is no forecast any more.
    private static final Duration FORESEEABLE = Duration.ofDays(3650);

    public Pace {
        if (units < 0 || over.isNegative()) {
            throw new IllegalArgumentException("pace: " + units + " in " + over + " (expected: 0 or more)");
        }
    }

    /** Units per hour. */
    public double perHour() {
        return over.isZero() ? 0 : units * (double) Duration.ofHours(1).toMillis() / over.toMillis();
    }

    /** When so many units will be gone at this pace: now + available / units × over; empty when nothing leaves. */
    public Optional<Instant> outAt(long available, Instant now) {
        if (units == 0 || over.isZero()) {
            return Optional.empty();
        }
        double millis = Math.max(0, available) * (double) over.toMillis() / units;
        return millis > FORESEEABLE.toMillis() ? Optional.empty() : Optional.of(now.plusMillis((long) millis));
    }
}
