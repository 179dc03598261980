package com.rebatesuite.order.returns;

import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.Orders;
import com.rebatesuite.order.ordering.UnknownOrder;
import com.rebatesuite.order.returns.ReturnDecision.Happened;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Operators take a return in, or turn it down. */
@Component
@Transactional
public class SettleReturn {

    private final Orders orders;
    private final Returns returns;
    private final ReturnBook book;
    private final Clock clock;

    SettleReturn(Orders orders, Returns returns, ReturnBook book, Clock clock) {
        this.orders = orders;
        this.returns = returns;
        this.book = book;
        this.clock = clock;
    }

    /**
     * The units are here, in these conditions by line.
     *
     * @throws UnknownReturn if there is no such return
     */
    public ReturnDecision receive(UUID id, Map<Integer, Condition> conditions) {
        return settle(id, (returned, order, now) -> returned.receive(order, conditions, now));
    }

    /**
     * The units are not taken back.
     *
     * @throws UnknownReturn if there is no such return
     */
    public ReturnDecision refuse(UUID id, String why) {
        return settle(id, (returned, order, now) -> returned.refuse(order, why, now));
    }

    private ReturnDecision settle(UUID id, Settlement settlement) {
        var orderId = find(id).orderId();
        var order = orders.lock(orderId).orElseThrow(() -> new UnknownOrder(orderId));
        // Read again under the lock: somebody may just have settled it.
        var decision = settlement.decide(find(id), order, clock.instant());
        if (decision instanceof Happened happened) {
            book.record(happened.event());
        }
        return decision;
    }

    private Return find(UUID id) {
        return returns.find(id).orElseThrow(() -> new UnknownReturn(id));
    }

    private interface Settlement {
        ReturnDecision decide(Return returned, Order order, Instant now);
    }
}
