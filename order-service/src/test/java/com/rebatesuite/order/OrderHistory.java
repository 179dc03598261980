package com.rebatesuite.order;

import com.rebatesuite.order.ordering.Decision;
import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.OrderLine;
import com.rebatesuite.order.ordering.OrderTimes;
import com.rebatesuite.order.ordering.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The order of the contracts' examples, at the points of its life. */
public final class OrderHistory {

    public static final UUID ID = UUID.fromString("019b76da-a800-7000-8000-000000000001");
    public static final UUID RETURN_ID = UUID.fromString("019b76da-a800-7000-8000-000000000002");
    public static final Instant AT = Instant.parse("2026-01-05T10:15:30Z");
    public static final Duration PAY_WITHIN = Duration.ofMinutes(15);
    public static final Duration WINDOW = Duration.ofDays(14);

    private OrderHistory() {}

    /** Two lines, 21.50 GBP. */
    public static List<OrderLine> lines() {
        return List.of(
                OrderLine.sold(1, "TEA-100", "Green tea", "groceries", "own", 2, new Money("GBP", 900)),
                OrderLine.sold(2, "MUG-1", "Blue mug", "kitchen", "own", 1, new Money("GBP", 1250)));
    }

    /** Just placed. */
    public static Order placed() {
        return placed(Origin.SHOP);
    }

    /** Just placed, by whomever. */
    public static Order placed(Origin origin) {
        return Order.place(ID, "shopper-1", origin, OrderTimes.at(AT), lines(), 0, AT.plus(Duration.ofDays(1)))
                .order();
    }

    /** Held. */
    public static Order confirmed() {
        return after(placed().confirm(AT, AT.plus(PAY_WITHIN)));
    }

    /** Paid. */
    public static Order paid() {
        return after(confirmed().pay(AT, "pay_123"));
    }

    /** On its way. */
    public static Order shipped() {
        return after(paid().ship(AT));
    }

    /** Arrived. */
    public static Order delivered() {
        return after(shipped().deliver(AT, AT.plus(WINDOW)));
    }

    /** Over. */
    public static Order completed() {
        return after(delivered().complete(AT));
    }

    /** The order a legal decision leads to. */
    public static Order after(Decision decision) {
        if (decision instanceof Decision.Happened happened) {
            return happened.order();
        }
        throw new AssertionError("decision: " + decision + " (expected: a legal move)");
    }
}
