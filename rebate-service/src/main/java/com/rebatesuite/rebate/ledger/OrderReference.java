package com.rebatesuite.rebate.ledger;

import org.jspecify.annotations.Nullable;

/** What is known by a partner's number of an order: our order, a claim, or both. */
public record OrderReference(
        String merchant,
        String externalNumber,
        @Nullable String orderId,
        @Nullable String claimId) implements State {

    static String key(String merchant, String externalNumber) {
        return "reference/" + merchant.length() + "/" + merchant + "/" + externalNumber;
    }

    @Override
    public String key() {
        return key(merchant, externalNumber);
    }

    OrderReference ofOrder(String order) {
        return new OrderReference(merchant, externalNumber, order, claimId);
    }

    OrderReference ofClaim(String claim) {
        return new OrderReference(merchant, externalNumber, orderId, claim);
    }
}
