package com.rebatesuite.order.hold;

import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.OrderBook;
import com.rebatesuite.order.ordering.OrderEvent;
import com.rebatesuite.order.ordering.OrderingProperties;
import com.rebatesuite.order.ordering.Orders;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings orders on by inventory's answers: a whole batch with one lock, one decision each, one write. */
@Component
public class ApplyHoldAnswers {

    private final Orders orders;
    private final OrderBook book;
    private final AfterHold afterHold;
    private final Clock clock;

    ApplyHoldAnswers(Orders orders, OrderBook book, OrderingProperties properties, Clock clock) {
        this.orders = orders;
        this.book = book;
        this.afterHold = new AfterHold(properties.payWithin(), properties.returnWindow());
        this.clock = clock;
    }

    /** Applies the answers in their order, and says how the orders are now; an answer to no order of ours is ignored. */
    @Transactional
    public Map<UUID, Order> apply(List<HoldAnswer> answers) {
        var now = clock.instant();
        var current = lock(answers);
        var events = new ArrayList<OrderEvent>();
        for (var answer : answers) {
            var order = current.get(answer.orderId());
            if (order != null) {
                var happened = afterHold.decide(order, answer, now);
                happened.forEach(event -> current.put(event.order().id(), event.order()));
                events.addAll(happened);
            }
        }
        book.record(events);
        return current;
    }

    private Map<UUID, Order> lock(List<HoldAnswer> answers) {
        var current = new LinkedHashMap<UUID, Order>();
        var ids = answers.stream().map(HoldAnswer::orderId).distinct().toList();
        orders.lockAll(ids).forEach(order -> current.put(order.id(), order));
        return current;
    }
}
