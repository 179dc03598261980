package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.Shopper;
import com.rebatesuite.rebate.ledger.Input.CouponExpired;
import com.rebatesuite.rebate.ledger.Input.CouponIssued;
import java.util.List;

/** Coupons come and go: at most one per campaign and window, and so many at a time. */
final class Offering {

    private Offering() {}

    static Decision issue(Books books, CouponIssued issued) {
        var coupon = issued.coupon();
        if (books.issued(coupon.campaignId(), coupon.window())) {
            return new Decision.Ignored("coupon-already-issued");
        }
        var shopper = books.shopper();
        if (shopper.coupons().size() >= Shopper.MOST_COUPONS) {
            return new Decision.Refused("too-many-coupons");
        }
        return new Decision.Remembered(List.of(
                new IssuedCoupon(coupon.campaignId(), coupon.window(), coupon.couponId()),
                new KnownShopper(shopper.holding(coupon))));
    }

    static Decision expire(Books books, CouponExpired expired) {
        var shopper = books.shopper();
        var without = shopper.without(expired.couponId());
        return without.equals(shopper)
                ? new Decision.Ignored("coupon-not-held")
                : new Decision.Remembered(List.of(new KnownShopper(without)));
    }
}
