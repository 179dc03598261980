package com.rebatesuite.rebate.ledger;

/** That the shopper has had the coupon of this campaign and window, for ever: a second one is not accepted. */
public record IssuedCoupon(String campaignId, String window, String couponId) implements State {

    static String key(String campaignId, String window) {
        return "coupon/" + campaignId.length() + "/" + campaignId + "/" + window;
    }

    @Override
    public String key() {
        return key(campaignId, window);
    }
}
