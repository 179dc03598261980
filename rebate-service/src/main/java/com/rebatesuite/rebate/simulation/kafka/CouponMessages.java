package com.rebatesuite.rebate.simulation.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.rebate.earning.Coupon;
import com.rebatesuite.rebate.simulation.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What simulations need of the offers. */
final class CouponMessages {

    private CouponMessages() {}

    /** coupon-issued.v1. */
    record Issued(
            String couponId,
            String userId,
            String campaignId,
            String window,
            @Nullable String category,
            int bonusBasisPoints,
            Instant validFrom,
            Instant validUntil) {

        public Issued {
            requireNonNull(couponId, "coupon_id");
            requireNonNull(userId, "user_id");
            requireNonNull(campaignId, "campaign_id");
            requireNonNull(window, "window");
            requireNonNull(validFrom, "valid_from");
            requireNonNull(validUntil, "valid_until");
        }

        Fact fact() {
            return new Fact.CouponIssued(
                    userId,
                    new Coupon(couponId, campaignId, window, category, bonusBasisPoints, validFrom, validUntil));
        }
    }

    /** coupon-expired.v1. */
    record Expired(String couponId, String userId) {

        public Expired {
            requireNonNull(couponId, "coupon_id");
            requireNonNull(userId, "user_id");
        }

        Fact fact() {
            return new Fact.CouponExpired(userId, couponId);
        }
    }
}
