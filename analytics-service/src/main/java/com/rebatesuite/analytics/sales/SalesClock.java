package com.rebatesuite.analytics.sales;

import java.time.Instant;

/**
 * The event time of one partition.
 *
 * @param streamTime the latest event time seen, never ahead of the wall clock
 * @param finalUpTo minutes that end here or before have been called final
 * @param horizon minutes that end here or before are closed for good: what comes for them is too late
 */
public record SalesClock(Instant streamTime, Instant finalUpTo, Instant horizon) {

    /** The clock of a partition in which nothing has happened yet. */
    public static final SalesClock START = new SalesClock(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    /** The clock after a sale; one with a time in the future (a wrong clock somewhere) cannot make other minutes late. */
    public SalesClock seen(Instant occurredAt, Instant now) {
        var reached = occurredAt.isAfter(now) ? now : occurredAt;
        return reached.isAfter(streamTime) ? new SalesClock(reached, finalUpTo, horizon) : this;
    }

    /** Whether the window has been called final. */
    public boolean isFinal(MinuteKey key) {
        return !key.end().isAfter(finalUpTo);
    }

    /** Whether the window is closed for good. */
    public boolean isTooLate(MinuteKey key) {
        return !key.end().isAfter(horizon);
    }

    /** The clock after all windows that end at {@code end} or before were called final. */
    public SalesClock finalised(Instant end) {
        return end.isAfter(finalUpTo) ? new SalesClock(streamTime, end, horizon) : this;
    }

    /** The clock once a stream time reached some while ago is settled. */
    public SalesClock settled(Instant settledStreamTime, SalesWindowRules rules) {
        var reached = settledStreamTime.minus(rules.retention());
        return reached.isAfter(horizon) ? new SalesClock(streamTime, finalUpTo, reached) : this;
    }
}
