package com.rebatesuite.rebate.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** What the live push counts. */
final class LiveMetrics {

    private final AtomicInteger open;
    private final Counter sent;
    private final Counter replayed;
    private final Counter resets;
    private final Counter dropped;
    private final Counter refused;
    private final Counter replaced;

    LiveMetrics(MeterRegistry meters) {
        this.open = meters.gauge("live.streams", new AtomicInteger());
        this.sent = meters.counter("live.sent");
        this.replayed = meters.counter("live.replayed");
        this.resets = meters.counter("live.resets");
        this.dropped = meters.counter("live.dropped");
        this.refused = meters.counter("live.refused");
        this.replaced = meters.counter("live.replaced");
    }

    /** How many streams there are on this replica. */
    AtomicInteger open() {
        return open;
    }

    void sent() {
        sent.increment();
    }

    /** So many changes were missed and told later. */
    void replayed(int changes) {
        replayed.increment(changes);
    }

    /** What was missed was too much, or is not known: the present was told instead. */
    void reset() {
        resets.increment();
    }

    /** A watcher could not keep up. */
    void dropped() {
        dropped.increment();
    }

    /** This replica has as many streams as it may. */
    void refused() {
        refused.increment();
    }

    /** A shopper had as many as he may: his oldest was ended. */
    void replaced() {
        replaced.increment();
    }
}
