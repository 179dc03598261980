package com.rebatesuite.rebate.ledger.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.rebate.earning.Coupon;
import com.rebatesuite.rebate.ledger.Input;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the ledger needs of the offers. */
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

        static Input input(CloudEvent<Issued> event) {
            var data = event.data();
            var coupon = new Coupon(
                    data.couponId(),
                    data.campaignId(),
                    data.window(),
                    data.category(),
                    data.bonusBasisPoints(),
                    data.validFrom(),
                    data.validUntil());
            return new Input.CouponIssued(Causes.of(event), data.userId(), coupon);
        }
    }

    /** coupon-expired.v1. */
    record Expired(String couponId, String userId) {

        public Expired {
            requireNonNull(couponId, "coupon_id");
            requireNonNull(userId, "user_id");
        }

        static Input input(CloudEvent<Expired> event) {
            return new Input.CouponExpired(
                    Causes.of(event), event.data().userId(), event.data().couponId());
        }
    }
}
