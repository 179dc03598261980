package com.rebatesuite.order.ordering;

import com.rebatesuite.order.catalogue.Items;
import com.rebatesuite.platform.event.EventIds;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A shopper orders: priced from the catalogue at this moment, stored, announced. */
@Component
public class PlaceOrder {

    /** All quotes of an order travel in each of its events that has lines. */
    private static final int MOST_QUOTED = 256 * 1024;

    private final Items items;
    private final OrderBook book;
    private final OrderingProperties properties;
    private final Clock clock;
    private final EventIds ids;

    PlaceOrder(Items items, OrderBook book, OrderingProperties properties, Clock clock, EventIds ids) {
        this.items = items;
        this.book = book;
        this.properties = properties;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Places the order, PLACED.
     *
     * @throws UnknownSkus if the catalogue does not have everything
     * @throws MixedCurrencies if the items have no common currency
     * @throws QuotesTooLong if the quotes have too many characters in all
     */
    @Transactional
    public Order place(String userId, List<Wanted> wanted) {
        requireShortQuotes(wanted);
        var skus = new TreeSet<String>();
        wanted.forEach(want -> skus.add(want.sku()));
        var lines = Pricing.price(wanted, items.bySku(skus));
        var now = clock.instant();
        var placed = Order.place(
                ids.next(), userId, Origin.SHOP, OrderTimes.at(now), lines, 0, now.plus(properties.answerWithin()));
        book.open(List.of(placed));
        return placed.order();
    }

    private static void requireShortQuotes(List<Wanted> wanted) {
        var length = wanted.stream().mapToLong(Wanted::quoteLength).sum();
        if (length > MOST_QUOTED) {
            throw new QuotesTooLong(length, MOST_QUOTED);
        }
    }
}
