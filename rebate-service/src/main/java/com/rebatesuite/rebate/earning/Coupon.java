package com.rebatesuite.rebate.earning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A better rate for one order of one shopper.
 *
 * @param window what the campaign was triggered by; at most one coupon per shopper, campaign and window
 * @param category absent: every category
 * @param bonusBasisPoints hundredths of a percent on top
 * @param validUntil exclusive
 */
public record Coupon(
        String couponId,
        String campaignId,
        String window,
        @Nullable String category,
        int bonusBasisPoints,
        Instant validFrom,
        Instant validUntil) {

    public Coupon {
        if (bonusBasisPoints < 0 || bonusBasisPoints > 10_000) {
            throw new IllegalArgumentException("bonus_basis_points: " + bonusBasisPoints + " (expected: 0..10000)");
        }
        if (!validUntil.isAfter(validFrom)) {
            throw new IllegalArgumentException("valid_until: " + validUntil + " (expected: after " + validFrom + ")");
        }
    }

    /** Whether it may be used for an order of that time. */
    public boolean validAt(Instant time) {
        return !time.isBefore(validFrom) && time.isBefore(validUntil);
    }
}
