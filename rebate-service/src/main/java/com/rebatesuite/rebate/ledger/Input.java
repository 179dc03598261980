package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.Basket;
import com.rebatesuite.rebate.earning.Coupon;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the ledger decides about: a fact about one shopper, or something that is asked of it. Amounts are minor units. */
public sealed interface Input {

    /** The event that states the fact. */
    Cause cause();

    /** Whose account it concerns. */
    String userId();

    /** The order is paid: its rebate is estimated by the rules in force when it occurred. */
    record OrderPaid(
            Cause cause,
            String userId,
            Basket basket,
            Channel channel,
            @Nullable String partner,
            @Nullable String externalNumber)
            implements Input {}

    /** The goods have arrived. */
    record OrderDelivered(Cause cause, String userId, String orderId, Instant returnWindowEndsAt) implements Input {}

    /** The return window has closed. */
    record OrderCompleted(Cause cause, String userId, String orderId) implements Input {}

    /** The order came to nothing. */
    record OrderCancelled(Cause cause, String userId, String orderId) implements Input {}

    /** Goods came back and were checked. */
    record ReturnReceived(Cause cause, String userId, String orderId, String returnId, List<ReturnedLine> lines)
            implements Input {

        public ReturnReceived {
            lines = atLeastOne(lines);
        }
    }

    /** Units of one line in a return; a line may be named several times (good and damaged units). */
    record ReturnedLine(int line, int quantity) {

        public ReturnedLine {
            if (quantity < 1) {
                throw new IllegalArgumentException("quantity: " + quantity + " (expected: >= 1)");
            }
        }
    }

    /** The partner has paid us for the order. */
    record RebateSettled(Cause cause, String userId, String orderId) implements Input {}

    /** The partner raised or cut what the rebate is computed from. */
    record RebateAmended(
            Cause cause, String userId, String orderId, String amendmentId, List<AmendedLine> lines, String reason)
            implements Input {

        public RebateAmended {
            lines = atLeastOne(lines);
            if (lines.stream().map(AmendedLine::line).distinct().count() != lines.size()) {
                throw new IllegalArgumentException("lines: a line number twice (expected: each once)");
            }
        }
    }

    /** The new base of a line, for all units that were sold. */
    record AmendedLine(int line, String currency, long base) {

        public AmendedLine {
            if (base < 0) {
                throw new IllegalArgumentException("base: " + base + " (expected: >= 0)");
            }
        }
    }

    /** Lines earn nothing after all; all of them when none is named. */
    record RebateRejected(
            Cause cause,
            String userId,
            String orderId,
            String rejectionId,
            @Nullable List<Integer> lines,
            String reason)
            implements Input {

        public RebateRejected {
            lines = lines == null ? null : atLeastOne(lines);
        }

        boolean concerns(LineRebate line) {
            return lines == null || lines.contains(line.line());
        }
    }

    /** Withdrawals are to go there from now on. */
    record PayoutMethodSet(Cause cause, String userId, String kind, String account, String holder, Instant requestedAt)
            implements Input {}

    /** The shopper wants money. */
    record WithdrawalRequested(
            Cause cause,
            String userId,
            String withdrawalId,
            String currency,
            long minor,
            String fingerprint,
            Instant requestedAt)
            implements Input {

        public WithdrawalRequested {
            positive("amount", minor);
        }
    }

    /** Finance has taken the withdrawal into a batch. */
    record WithdrawalBatched(Cause cause, String userId, String withdrawalId, String batchId) implements Input {}

    /** The money is with the shopper. */
    record WithdrawalSettled(Cause cause, String userId, String withdrawalId, String reference) implements Input {}

    /** The bank said no. */
    record WithdrawalFailed(Cause cause, String userId, String withdrawalId, String reason) implements Input {}

    /** An operator wants to give money, or to take it (below zero). */
    record AdjustmentProposed(
            Cause cause,
            String userId,
            String adjustmentId,
            String currency,
            long minor,
            String reason,
            String by,
            Instant at)
            implements Input {}

    /** Another operator says yes or no. */
    record AdjustmentDecided(
            Cause cause,
            String userId,
            String adjustmentId,
            boolean approved,
            String by,
            @Nullable String note) implements Input {}

    /** Withdrawals are stopped, or go on. */
    record AccountFrozen(Cause cause, String userId, boolean frozen, String reason, String by, Instant at)
            implements Input {}

    /** The shopper misses the rebate of an order at a partner. */
    record ClaimFiled(
            Cause cause,
            String userId,
            String claimId,
            String merchant,
            String externalNumber,
            Instant purchasedAt,
            String currency,
            long minor,
            @Nullable String note,
            Instant at)
            implements Input {

        public ClaimFiled {
            positive("amount", minor);
        }
    }

    /** An operator grants that much, in that currency, or nothing. */
    record ClaimDecided(
            Cause cause,
            String userId,
            String claimId,
            @Nullable String currency,
            long granted,
            String reason,
            String by)
            implements Input {

        public ClaimDecided {
            if (granted < 0 || (currency == null) != (granted == 0)) {
                throw new IllegalArgumentException("granted: " + granted + " (expected: > 0, or nothing at all)");
            }
        }
    }

    /** The shopper has a coupon. */
    record CouponIssued(Cause cause, String userId, Coupon coupon) implements Input {}

    /** The coupon is gone. */
    record CouponExpired(Cause cause, String userId, String couponId) implements Input {}

    /** The time of a lot is over. */
    record LotExpired(Cause cause, String userId, String currency, long lot) implements Input {}

    private static <T> List<T> atLeastOne(List<T> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines: none (expected: at least 1)");
        }
        return List.copyOf(lines);
    }

    private static void positive(String name, long minor) {
        if (minor <= 0) {
            throw new IllegalArgumentException(name + ": " + minor + " (expected: > 0)");
        }
    }
}
