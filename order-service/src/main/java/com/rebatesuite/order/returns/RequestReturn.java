package com.rebatesuite.order.returns;

import com.rebatesuite.order.ordering.Orders;
import com.rebatesuite.order.ordering.UnknownOrder;
import com.rebatesuite.order.returns.ReturnDecision.Happened;
import com.rebatesuite.platform.event.EventIds;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A shopper asks to send units back. */
@Component
public class RequestReturn {

    private final Orders orders;
    private final ReturnBook book;
    private final Clock clock;
    private final EventIds ids;

    RequestReturn(Orders orders, ReturnBook book, Clock clock, EventIds ids) {
        this.orders = orders;
        this.book = book;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Opens a return if the order allows it. The lock on the order makes two requests at once count each other's units.
     *
     * @throws UnknownOrder if the shopper has no such order
     */
    @Transactional
    public ReturnDecision request(UUID orderId, String userId, String reason, List<UnitsBack> units) {
        var order = orders.lock(orderId)
                .filter(found -> found.userId().equals(userId))
                .orElseThrow(() -> new UnknownOrder(orderId));
        var request = new ReturnRequest(ids.next(), ReturnSource.SHOPPER, reason, units);
        var decision = request.decideForShopper(order, clock.instant());
        if (decision instanceof Happened happened) {
            book.open(List.of(happened.event()));
        }
        return decision;
    }
}
