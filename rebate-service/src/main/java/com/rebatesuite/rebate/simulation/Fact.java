package com.rebatesuite.rebate.simulation;

import com.rebatesuite.rebate.earning.Basket;
import com.rebatesuite.rebate.earning.Coupon;
import com.rebatesuite.rebate.rule.Amount;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the logs tell of orders and of what was booked for them. */
public sealed interface Fact {

    /**
     * An order was paid.
     *
     * @param purchase as the partner numbers it; absent for our own shop
     * @param quoted how many of its lines were promised something by a quote
     */
    record Paid(String userId, Basket basket, @Nullable Purchase purchase, int quoted) implements Fact {}

    /** What a partner sold under a number of its own, which is all that a claim knows of an order. */
    record Purchase(String merchant, String externalNumber) {}

    /** Units came back, by line. */
    record Returned(String orderId, String returnId, Map<Integer, Integer> units) implements Fact {

        public Returned {
            units = Map.copyOf(units);
        }
    }

    /** The partner raised or cut what the rebate of lines is computed from. */
    record Amended(String orderId, String amendmentId, Map<Integer, Amount> bases) implements Fact {

        public Amended {
            bases = Map.copyOf(bases);
        }
    }

    /** Lines earn nothing after all; all of them when none is named. */
    record Rejected(
            String orderId, String rejectionId, @Nullable Set<Integer> lines) implements Fact {

        public Rejected {
            lines = lines == null ? null : Set.copyOf(lines);
        }
    }

    /** An order came to nothing. */
    record Cancelled(String orderId) implements Fact {}

    /** A shopper got a coupon. */
    record CouponIssued(String userId, Coupon coupon) implements Fact {}

    /** A coupon is gone. */
    record CouponExpired(String userId, String couponId) implements Fact {}

    /** A shopper misses the rebate of a purchase. */
    record ClaimFiled(String userId, String claimId, Purchase purchase) implements Fact {}

    /** An operator gave something on a claim. */
    record ClaimGranted(String claimId) implements Fact {}

    /** The ledger gave this much for an order, in minor units; below zero: it took it back. */
    record Booked(String orderId, long minor) implements Fact {}

    /** A record that cannot be read; the ledger has put it aside. */
    record Unreadable() implements Fact {}
}
