package com.rebatesuite.rebate.simulation;

import com.rebatesuite.rebate.earning.Basket;
import com.rebatesuite.rebate.earning.Coupon;
import com.rebatesuite.rebate.earning.Earned;
import com.rebatesuite.rebate.earning.Shopper;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the rules have to know about everybody, had the draft been in force. Coupons come and go as in the ledger. */
final class Shoppers {

    private final int most;
    private final Map<String, Shopper> known = new HashMap<>();
    private final Recent coupons = new Recent();

    Shoppers(int most) {
        this.most = most;
    }

    Shopper of(String userId) {
        return known.getOrDefault(userId, Shopper.unknown());
    }

    void ordered(String userId, Basket basket, Earned earned) {
        change(userId, shopper -> shopper.after(basket, earned));
    }

    void issued(String userId, Coupon coupon) {
        if (coupons.first(userId + '/' + coupon.campaignId() + '/' + coupon.window())) {
            change(
                    userId,
                    shopper -> shopper.coupons().size() < Shopper.MOST_COUPONS ? shopper.holding(coupon) : shopper);
        }
    }

    void expired(String userId, String couponId) {
        change(userId, shopper -> shopper.without(couponId));
    }

    private void change(String userId, UnaryOperator<Shopper> change) {
        known.put(userId, change.apply(of(userId)));
        if (known.size() > most) {
            throw TooMuchToTry.shoppers(most);
        }
    }
}
