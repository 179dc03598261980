package com.rebatesuite.analytics.sales.kafka;

import static java.util.Objects.requireNonNull;
import static org.apache.kafka.streams.processor.PunctuationType.WALL_CLOCK_TIME;

import com.rebatesuite.analytics.sales.OrderFact;
import com.rebatesuite.analytics.sales.SalesLimits;
import com.rebatesuite.analytics.sales.SalesMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Lets every event of an order pass once. Orders are remembered by the time they came, not by event time: a repeat comes
 * soon after its original, however old both are.
 */
final class CountOnce extends ContextualProcessor<String, OrderFact, String, OrderFact> {

    private static final Duration TURN = Duration.ofMinutes(1);

    private final SalesLimits limits;
    private final SalesMeter meter;
    private @Nullable KeyValueStore<String, CountedOrder> orders;
    private @Nullable String next;

    CountOnce(SalesLimits limits, SalesMeter meter) {
        this.limits = limits;
        this.meter = meter;
    }

    @Override
    public void init(ProcessorContext<String, OrderFact> context) {
        super.init(context);
        KeyValueStore<String, CountedOrder> store = context.getStateStore(SalesStores.COUNTED_ORDERS);
        orders = store;
        context.schedule(TURN, WALL_CLOCK_TIME, now -> forget(store, Instant.ofEpochMilli(now)));
    }

    @Override
    public void process(Record<String, OrderFact> order) {
        var cause = order.value().cause();
        var store = requireNonNull(orders);
        var counted = store.get(cause.orderId());
        if (counted != null && counted.has(cause.sequence())) {
            meter.repeated();
            return;
        }
        var now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        var before = counted == null ? new CountedOrder(now) : counted;
        store.put(cause.orderId(), before.plus(cause.sequence(), now));
        context().forward(order);
    }

    /** Walks through the store a bounded stretch at a time, and starts over at its end. */
    private void forget(KeyValueStore<String, CountedOrder> store, Instant now) {
        var limit = now.minus(limits.rememberOrders());
        var old = new ArrayList<String>();
        String stoppedAt = null;
        try (var walk = store.range(next, null)) {
            for (var seen = 0; walk.hasNext() && stoppedAt == null; seen++) {
                var entry = walk.next();
                if (seen == limits.ordersPerTurn()) {
                    stoppedAt = entry.key;
                } else if (entry.value.lastCame().isBefore(limit)) {
                    old.add(entry.key);
                }
            }
        }
        old.forEach(store::delete);
        next = stoppedAt;
    }
}
