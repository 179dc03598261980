package com.rebatesuite.inventory.view;

import com.rebatesuite.platform.event.EventIds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the fast view anew from the books, some products at a time, while it is read and written. */
@Component
public class RebuildView {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildView.class);

    private final FastLevels fast;
    private final Levels books;
    private final Rebuilds rebuilds;
    private final ViewProperties properties;
    private final Clock clock;
    private final EventIds ids;
    private final Counter products;
    private final AtomicInteger running;

    RebuildView(
            FastLevels fast,
            Levels books,
            Rebuilds rebuilds,
            ViewProperties properties,
            Clock clock,
            EventIds ids,
            MeterRegistry meters) {
        this.fast = fast;
        this.books = books;
        this.rebuilds = rebuilds;
        this.properties = properties;
        this.clock = clock;
        this.ids = ids;
        this.products = meters.counter("stock.view.rebuild.products");
        this.running = meters.gauge("stock.view.rebuild.running", new AtomicInteger());
    }

    /** Begins, or answers the one that is on its way already. */
    public Rebuild begin() {
        var mine = Rebuild.begun(ids.next(), clock.instant());
        var current = rebuilds.begin(mine);
        if (current.equals(mine)) {
            Thread.ofVirtual().name("stock-view-rebuild").start(() -> run(mine));
        }
        return current;
    }

    /** How far it is; empty for one of long ago. */
    public Optional<Rebuild> of(UUID id) {
        return rebuilds.of(id);
    }

    private void run(Rebuild begun) {
        running.incrementAndGet();
        try {
            rebuilds.end(tidied(refilled(begun)));
        } catch (RuntimeException failed) {
            LOG.warn("the rebuild {} of the stock view has failed", begun.id(), failed);
            giveUp(begun);
        } finally {
            running.decrementAndGet();
        }
    }

    private Rebuild refilled(Rebuild begun) {
        var rebuild = begun;
        for (var skus = next(""); !skus.isEmpty(); skus = next(skus.getLast())) {
            // Forgotten before it is read: what is booked after the reading reaches the view after the forgetting.
            var run = fast.forget(skus);
            var levels = books.of(skus);
            fast.fill(levels, run);
            products.increment(skus.size());
            rebuild = rebuild.filled(
                    skus.size(), levels.values().stream().mapToInt(List::size).sum(), clock.instant());
            rebuilds.note(rebuild);
        }
        return rebuild;
    }

    private List<String> next(String after) {
        return books.skusAfter(after, properties.chunk());
    }

    private Rebuild tidied(Rebuild rebuild) {
        var removed = fast.retain(properties.chunk(), skus -> books.of(skus).keySet());
        return rebuild.done(removed, clock.instant());
    }

    private void giveUp(Rebuild begun) {
        try {
            rebuilds.end(rebuilds.of(begun.id()).orElse(begun).failed());
        } catch (RuntimeException away) {
            LOG.warn("the rebuild {} counts as failed when its lease has run out: {}", begun.id(), away.toString());
        }
    }
}
