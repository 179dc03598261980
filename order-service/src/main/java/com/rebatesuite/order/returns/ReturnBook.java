package com.rebatesuite.order.returns;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import com.rebatesuite.order.departments.Departments;
import com.rebatesuite.order.ordering.Orders;
import com.rebatesuite.order.ordering.Orders.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what happened to returns: the return, its order, events and requests, in the caller's one transaction. */
@Component
@Transactional(propagation = MANDATORY)
public class ReturnBook {

    private final Returns returns;
    private final Orders orders;
    private final ReturnAnnouncements announcements;
    private final Departments departments;

    ReturnBook(Returns returns, Orders orders, ReturnAnnouncements announcements, Departments departments) {
        this.returns = returns;
        this.orders = orders;
        this.announcements = announcements;
        this.departments = departments;
    }

    /** Writes down returns that are new with these events: stored as the last event of each leaves them. */
    public void open(List<ReturnEvent> events) {
        var last = new LinkedHashMap<UUID, Return>();
        events.forEach(event -> last.put(event.returned().id(), event.returned()));
        returns.add(List.copyOf(last.values()));
        tell(events);
    }

    /** Writes down what happened to a known return. */
    public void record(ReturnEvent event) {
        returns.update(event.returned());
        tell(List.of(event));
    }

    private void tell(List<ReturnEvent> events) {
        var steps = steps(events);
        orders.update(steps);
        orders.updateReturns(steps.stream().map(Step::to).toList());
        announcements.announce(events);
        departments.ask(events.stream()
                .flatMap(event -> ReturnRequests.after(event).stream())
                .toList());
    }

    private static List<Step> steps(List<ReturnEvent> events) {
        var steps = new LinkedHashMap<UUID, Step>();
        for (var event : events) {
            var order = event.order();
            var step = new Step(order.progress().sequence() - 1, order);
            steps.merge(order.id(), step, (first, last) -> new Step(first.fromSequence(), last.to()));
        }
        return List.copyOf(steps.values());
    }
}
