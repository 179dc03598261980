package com.rebatesuite.analytics.sales;

/** The published figures of one window; of two, the later revision is right. */
public record SalesMinute(MinuteKey key, Status status, long revision, Totals totals) {

    public SalesMinute {
        if (revision < 1) {
            throw new IllegalArgumentException("revision: " + revision + " (expected: 1 or more)");
        }
    }

    /** How settled the figures are. */
    public enum Status {
        /** The minute is still open. */
        UPDATED,
        /** The minute is over, and so is the grace after it. */
        FINAL,
        /** Something came in after the minute was final. */
        CORRECTED
    }
}
