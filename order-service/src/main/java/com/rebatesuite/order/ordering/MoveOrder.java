package com.rebatesuite.order.ordering;

import com.rebatesuite.order.ordering.Decision.Happened;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People move an order on: the shopper cancels it, operators ship and deliver it. */
@Component
@Transactional
public class MoveOrder {

    private final Orders orders;
    private final OrderBook book;
    private final OrderingProperties properties;
    private final Clock clock;

    MoveOrder(Orders orders, OrderBook book, OrderingProperties properties, Clock clock) {
        this.orders = orders;
        this.book = book;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The shopper does not want it any more.
     *
     * @throws UnknownOrder if the shopper has no such order
     */
    public Decision cancel(UUID id, String userId, String reason) {
        return move(id, (order, now) -> {
            if (!order.userId().equals(userId)) {
                throw new UnknownOrder(id);
            }
            return order.cancel(now, reason);
        });
    }

    /**
     * The goods have left the house.
     *
     * @throws UnknownOrder if there is no such order
     */
    public Decision ship(UUID id) {
        return move(id, Order::ship);
    }

    /**
     * The goods have arrived: the return window opens.
     *
     * @throws UnknownOrder if there is no such order
     */
    public Decision deliver(UUID id) {
        return move(id, (order, now) -> order.deliver(now, now.plus(properties.returnWindow())));
    }

    private Decision move(UUID id, BiFunction<Order, Instant, Decision> decide) {
        var order = orders.lock(id).orElseThrow(() -> new UnknownOrder(id));
        var decision = decide.apply(order, clock.instant());
        if (decision instanceof Happened happened) {
            book.record(List.of(happened.event()));
        }
        return decision;
    }
}
