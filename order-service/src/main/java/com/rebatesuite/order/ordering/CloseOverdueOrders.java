package com.rebatesuite.order.ordering;

import com.rebatesuite.order.ordering.Decision.Happened;
import java.time.Clock;
import java.util.ArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clock moves orders on: unpaid and unanswered ones expire, delivered ones complete after their return window. */
@Component
public class CloseOverdueOrders {

    private final Orders orders;
    private final OrderBook book;
    private final OrderingProperties properties;
    private final Clock clock;

    CloseOverdueOrders(Orders orders, OrderBook book, OrderingProperties properties, Clock clock) {
        this.orders = orders;
        this.book = book;
        this.properties = properties;
        this.clock = clock;
    }

    /** Closes one bounded batch and says how many orders that were; replicas do not wait for each other. */
    @Transactional
    public int closeSome() {
        var now = clock.instant();
        var events = new ArrayList<OrderEvent>();
        for (var order : orders.lockOverdue(now, properties.sweepBatch())) {
            if (order.overdue(now) instanceof Happened happened) {
                events.add(happened.event());
            }
        }
        book.record(events);
        return events.size();
    }
}
