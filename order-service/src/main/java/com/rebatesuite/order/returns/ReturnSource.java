package com.rebatesuite.order.returns;

import org.jspecify.annotations.Nullable;

/** Who told us of a return: the shopper, or a partner under its own number. */
public record ReturnSource(
        @Nullable String partner, @Nullable String externalNumber) {

    /** The shopper, in our own shop. */
    public static final ReturnSource SHOPPER = new ReturnSource(null, null);

    public ReturnSource {
        if ((partner == null) != (externalNumber == null)) {
            throw new IllegalArgumentException(
                    "source: " + partner + ", " + externalNumber + " (expected: both or none)");
        }
    }
}
