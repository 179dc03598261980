package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.AppliedRule;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is about: a part of a line of an order, an order, a withdrawal, an adjustment or a claim.
 *
 * @param line 0 when it is about no line
 * @param part 0 when it is about no part
 */
public record About(
        @Nullable String orderId,
        int line,
        int part,
        @Nullable String withdrawalId,
        @Nullable String adjustmentId,
        @Nullable String claimId,
        @Nullable AppliedRule rule,
        @Nullable String couponId) {

    static About nothing() {
        return new About(null, 0, 0, null, null, null, null, null);
    }

    static About order(String orderId) {
        return new About(orderId, 0, 0, null, null, null, null, null);
    }

    static About part(OrderRebate order, LineRebate line, PartRebate part) {
        return new About(order.orderId(), line.line(), part.part(), null, null, null, part.rule(), part.couponId());
    }

    static About withdrawal(String withdrawalId) {
        return new About(null, 0, 0, withdrawalId, null, null, null, null);
    }

    static About adjustment(String adjustmentId) {
        return new About(null, 0, 0, null, adjustmentId, null, null, null);
    }

    static About claim(String claimId) {
        return new About(null, 0, 0, null, null, claimId, null, null);
    }

    /** The order, withdrawal, adjustment or claim as a whole. */
    About whole() {
        return new About(orderId, 0, 0, withdrawalId, adjustmentId, claimId, null, null);
    }
}
