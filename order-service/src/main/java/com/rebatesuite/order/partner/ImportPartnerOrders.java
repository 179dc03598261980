package com.rebatesuite.order.partner;

import com.rebatesuite.order.ordering.Order;
import com.rebatesuite.order.ordering.OrderBook;
import com.rebatesuite.order.ordering.OrderEvent;
import com.rebatesuite.order.ordering.OrderTimes;
import com.rebatesuite.order.ordering.Origin;
import com.rebatesuite.order.partner.Claims.Claim;
import com.rebatesuite.order.partner.Claims.Kind;
import com.rebatesuite.platform.event.EventIds;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes over a batch of orders a partner has taken: each number once, all in a handful of statements. */
@Component
public class ImportPartnerOrders {

    private final Claims claims;
    private final OrderBook book;
    private final Clock clock;
    private final EventIds ids;

    ImportPartnerOrders(Claims claims, OrderBook book, Clock clock, EventIds ids) {
        this.claims = claims;
        this.book = book;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Places the orders that are new; one result per order, in their order. They wait PLACED for inventory, whose answer
     * brings them to where the partner says they are.
     */
    @Transactional
    public List<FeedResult> take(String partner, List<PartnerOrder> orders, Instant receivedAt) {
        var batch = new ClaimedBatch<>(orders, PartnerOrder::externalNumber, PartnerOrder::fingerprint, ids::next);
        var fresh = batch.fresh(claims.claim(partner, Kind.ORDER, batch.wanted()));
        var placed = new ArrayList<OrderEvent.Placed>();
        var settled = new LinkedHashMap<String, FeedResult>();
        fresh.forEach((order, claim) -> {
            placed.add(place(partner, order, claim, receivedAt));
            settled.put(order.externalNumber(), FeedResult.accepted(order.externalNumber(), claim.subjectId()));
        });
        book.open(placed);
        return batch.results(settled);
    }

    private OrderEvent.Placed place(String partner, PartnerOrder order, Claim claim, Instant receivedAt) {
        return Order.place(
                claim.subjectId(),
                order.userId(),
                Origin.partner(partner, order.externalNumber(), order.stated(), order.stockPolicy()),
                new OrderTimes(order.occurredAt(), receivedAt, clock.instant()),
                order.lines(),
                order.shippingMinor(),
                null);
    }
}
