package com.rebatesuite.gateway.limit;

/** So many requests a second in the long run, and so many at once after a pause. */
record Rate(int perSecond, int burst) {

    private static final long MICROS_PER_SECOND = 1_000_000;

    Rate {
        if (perSecond < 1 || perSecond > MICROS_PER_SECOND) {
            throw new IllegalArgumentException("per-second: " + perSecond + " (expected: 1..1000000)");
        }
        if (burst < 1) {
            throw new IllegalArgumentException("burst: " + burst + " (expected: at least 1)");
        }
    }

    /** What one request costs. */
    long intervalMicros() {
        return MICROS_PER_SECOND / perSecond;
    }

    /** How far ahead of time a caller may be. */
    long toleranceMicros() {
        return intervalMicros() * (burst - 1);
    }
}
