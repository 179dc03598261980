package com.rebatesuite.order.hold;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.order.ordering.Decision;
import com.rebatesuite.order.ordering.Decision.Happened;
import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.OrderEvent;
import com.rebatesuite.order.ordering.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What inventory's answer does to an order. It depends on the order's state alone, so an answer that comes twice, or late,
 * does nothing.
 */
record AfterHold(Duration payWithin, Duration returnWindow) {

    /** What happens, in this order; nothing if the order has moved past the answer. */
    List<OrderEvent> decide(Order order, HoldAnswer answer, Instant now) {
        return switch (answer) {
            case HoldAnswer.Held held -> order.state() == OrderState.PLACED ? confirmed(order, now) : List.of();
            case HoldAnswer.Refused refused -> refused(order, refused, now);
        };
    }

    private static List<OrderEvent> refused(Order order, HoldAnswer.Refused refused, Instant now) {
        if (order.state() == OrderState.PLACED) {
            return happened(order.reject(now, refused.reason(), refused.missing()));
        }
        // Paid: the hold had run out before the payment came, and the goods are gone.
        return order.state() == OrderState.PAID ? happened(order.cancel(now, refused.reason())) : List.of();
    }

    private List<OrderEvent> confirmed(Order order, Instant now) {
        return order.origin().shop() ? happened(order.confirm(now, now.plus(payWithin))) : broughtUpToDate(order);
    }

    /** A partner's order goes on to where the partner says it is, at the partner's time. */
    private List<OrderEvent> broughtUpToDate(Order placed) {
        var events = new ArrayList<OrderEvent>();
        var order = placed;
        var stated = requireNonNull(placed.origin().stated());
        while (order.state() != stated) {
            var step = happened(oneFurther(order));
            events.addAll(step);
            order = step.getLast().order();
        }
        return events;
    }

    private Decision oneFurther(Order order) {
        var at = order.times().occurredAt();
        return switch (order.state()) {
            case PLACED -> order.confirm(at, null);
            case CONFIRMED -> order.pay(at, order.origin().paymentReference());
            case PAID -> order.ship(at);
            case SHIPPED -> order.deliver(at, at.plus(returnWindow));
            case DELIVERED -> order.complete(at);
            case REJECTED, COMPLETED, CANCELLED, EXPIRED ->
                throw new IllegalStateException(
                        "stated: " + order.origin().stated() + " (expected: a state after " + order.state() + ")");
        };
    }

    private static List<OrderEvent> happened(Decision decision) {
        if (decision instanceof Happened happened) {
            return List.of(happened.event());
        }
        throw new IllegalStateException("decision: " + decision + " (expected: a legal move)");
    }
}
