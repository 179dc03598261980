package com.rebatesuite.rebate.earning;

import com.rebatesuite.rebate.rule.Rulebook.Match;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which coupon an order uses: the first to expire of those that bring anything. */
final class CouponChoice {

    private static final Comparator<Coupon> FIRST_TO_EXPIRE =
            Comparator.comparing(Coupon::validUntil).thenComparing(Coupon::couponId);

    private CouponChoice() {}

    static @Nullable Coupon of(Basket basket, Shopper shopper, Applying applying, List<List<Match>> matches) {
        return shopper.coupons().stream()
                .filter(coupon -> coupon.validAt(basket.occurredAt()))
                .filter(coupon -> brings(coupon, basket, applying, matches))
                .min(FIRST_TO_EXPIRE)
                .orElse(null);
    }

    private static boolean brings(Coupon coupon, Basket basket, Applying applying, List<List<Match>> matches) {
        for (int i = 0; i < matches.size(); i++) {
            var line = basket.lines().get(i);
            if (bonus(coupon, line) > 0 || unlocksOne(coupon, line, applying, matches.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Minor units on top of what the line earns by itself. */
    static long bonus(Coupon coupon, BasketLine line) {
        return Applying.fits(coupon, line)
                ? HalfEven.share(line.base(), coupon.bonusBasisPoints(), Offering.BASIS_POINTS)
                : 0;
    }

    private static boolean unlocksOne(Coupon coupon, BasketLine line, Applying applying, List<Match> matches) {
        return matches.stream()
                .anyMatch(match -> Applying.unlocks(coupon, match, line) && applying.appliesButForCoupon(match));
    }
}
