package com.rebatesuite.rebate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** An order on its way: what is told of it, one after the other, and what it has to bring by {@link SeededLoad}'s rules. */
final class SeededOrder {

    private static final String ORDER_OF_EXAMPLES = "019b76da-a800-7000-8000-000000000001";

    private final String orderId;
    private final String user;
    private final String tea;
    private final long price;
    private final Deque<String> untold;
    private boolean withCoupon;
    private boolean returned;

    /** {@code price} is that of both units of the tea together. */
    SeededOrder(String orderId, String user, String tea, long price, List<String> types) {
        this.orderId = orderId;
        this.user = user;
        this.tea = tea;
        this.price = price;
        this.untold = new ArrayDeque<>(types);
    }

    String orderId() {
        return orderId;
    }

    String user() {
        return user;
    }

    boolean isToBePaid() {
        return "order-paid".equals(untold.peek());
    }

    boolean isTold() {
        return untold.isEmpty();
    }

    void useCoupon() {
        withCoupon = true;
    }

    Fact next(String eventId) {
        var type = untold.remove();
        returned |= type.equals("return-received");
        return Fact.of(
                "orders",
                type,
                user,
                eventId,
                ORDER_OF_EXAMPLES,
                orderId,
                "TEA-100",
                tea,
                "\"minor\": 900",
                "\"minor\": " + price,
                "\"minor\": 2150",
                "\"minor\": " + (price + 1250));
    }

    /** What the campaign would have to give, had it enough. */
    long wishes() {
        return share(price, SeededLoad.CAMPAIGN_BASIS_POINTS);
    }

    /** The rule's part and the coupon's are rounded each by itself, as are their halves when one unit of two comes back. */
    Earnings earnings() {
        var rule = earnings(SeededLoad.RULE_BASIS_POINTS);
        return withCoupon ? rule.plus(earnings(SeededLoad.COUPON_BASIS_POINTS)) : rule;
    }

    private Earnings earnings(int basisPoints) {
        long earned = share(price, basisPoints);
        return new Earnings(earned, returned ? share(earned, 5_000) : 0);
    }

    private static long share(long minor, int basisPoints) {
        return BigDecimal.valueOf(Math.multiplyExact(minor, (long) basisPoints), 4)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
