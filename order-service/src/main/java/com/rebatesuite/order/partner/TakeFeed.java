package com.rebatesuite.order.partner;

import com.rebatesuite.order.partner.Checked.Bad;
import com.rebatesuite.order.partner.Checked.Good;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a partner's batch: what says something impossible is told so, and does not keep the rest from being taken. */
@Component
public class TakeFeed {

    private final ImportPartnerOrders orders;
    private final ImportPartnerReturns returns;
    private final Clock clock;

    TakeFeed(ImportPartnerOrders orders, ImportPartnerReturns returns, Clock clock) {
        this.orders = orders;
        this.returns = returns;
        this.clock = clock;
    }

    /** One result per order, in their order. */
    @Transactional
    public List<FeedResult> takeOrders(String partner, List<FeedItem<PartnerOrder>> items) {
        var now = clock.instant();
        return take(check(items, partner, now), good -> orders.take(partner, good, now));
    }

    /** One result per return, in their order. */
    @Transactional
    public List<FeedResult> takeReturns(String partner, List<FeedItem<PartnerReturn>> items) {
        return take(check(items, partner, clock.instant()), good -> returns.take(partner, good));
    }

    private static <T> List<Checked<T>> check(List<FeedItem<T>> items, String partner, Instant now) {
        return items.stream().map(item -> item.check(partner, now)).toList();
    }

    private static <T> List<FeedResult> take(List<Checked<T>> checked, Function<List<T>, List<FeedResult>> takeGood) {
        var good = new ArrayList<T>();
        for (var one : checked) {
            if (one instanceof Good<T> fine) {
                good.add(fine.item());
            }
        }
        return merge(checked, takeGood.apply(good).iterator());
    }

    private static <T> List<FeedResult> merge(List<Checked<T>> checked, Iterator<FeedResult> ofGood) {
        return checked.stream()
                .map(one -> switch (one) {
                    case Good<T> good -> ofGood.next();
                    case Bad<T> bad -> bad.result();
                })
                .toList();
    }
}
