package com.rebatesuite.order.ordering;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import com.rebatesuite.order.departments.Departments;
import com.rebatesuite.order.ordering.Orders.Step;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what happened: state, events and requests to departments, in the caller's one transaction. */
@Component
@Transactional(propagation = MANDATORY)
public class OrderBook {

    private final Orders orders;
    private final OrderAnnouncements announcements;
    private final Departments departments;

    OrderBook(Orders orders, OrderAnnouncements announcements, Departments departments) {
        this.orders = orders;
        this.announcements = announcements;
        this.departments = departments;
    }

    /** Writes down new orders. */
    public void open(List<OrderEvent.Placed> placed) {
        orders.add(placed.stream().map(OrderEvent.Placed::order).toList());
        announcements.announce(placed);
    }

    /** Writes down what happened to known orders; the events of one order come in the order they happened. */
    public void record(List<OrderEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        orders.update(List.copyOf(steps(events)));
        announcements.announce(events);
        departments.ask(events.stream()
                .flatMap(event -> OrderRequests.after(event).stream())
                .toList());
    }

    private static Collection<Step> steps(List<OrderEvent> events) {
        var steps = new LinkedHashMap<UUID, Step>();
        for (var event : events) {
            var order = event.order();
            var before = new Step(order.progress().sequence() - 1, order);
            steps.merge(order.id(), before, (first, last) -> new Step(first.fromSequence(), last.to()));
        }
        return steps.values();
    }
}
