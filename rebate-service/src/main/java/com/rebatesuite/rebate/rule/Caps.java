package com.rebatesuite.rebate.rule;

import org.jspecify.annotations.Nullable;

/**
 * What a rule gives at most; absent: as much as it comes to.
 *
 * @param perLine for one line of an order
 * @param perOrder for all lines of an order
 * @param perUser for one shopper within {@code period}
 * @param budget for everybody together, for ever
 */
public record Caps(
        @Nullable Amount perLine,
        @Nullable Amount perOrder,
        @Nullable Amount perUser,
        @Nullable CapPeriod period,
        @Nullable Amount budget) {

    /** No limit at all. */
    public static final Caps NONE = new Caps(null, null, null, null, null);

    public Caps {
        if ((perUser == null) != (period == null)) {
            throw new IllegalArgumentException(
                    "cap_period: " + period + ", cap_per_user: " + perUser + " (expected: both or none)");
        }
    }
}
