package com.rebatesuite.inventory.commit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/** What the group commit tells of itself. */
final class CommitMeters {

    final DistributionSummary batch;
    final Timer waited;
    final Timer locked;
    final Timer decided;
    final Timer written;
    final Timer booked;
    final Counter refusedForFullQueue;
    final Counter conflicts;
    final Counter oneByOne;

    CommitMeters(MeterRegistry registry, Collection<?> queue) {
        batch = DistributionSummary.builder("stock.commit.batch")
                .description("commands decided under one lock")
                .register(registry);
        waited = Timer.builder("stock.commit.wait")
                .description("from asking to the start of the batch")
                .register(registry);
        locked = Timer.builder("stock.commit.lock")
                .description("waiting for the locks of a batch, and loading what they guard")
                .register(registry);
        decided = Timer.builder("stock.commit.decide")
                .description("deciding a batch, while its rows are locked")
                .register(registry);
        written = Timer.builder("stock.commit.write")
                .description("writing and committing a batch, until its locks are released")
                .register(registry);
        booked = Timer.builder("stock.commit.book")
                .description("locking, deciding, writing and committing a batch")
                .register(registry);
        refusedForFullQueue = registry.counter("stock.queue.full");
        conflicts = registry.counter("stock.commit.conflicts");
        oneByOne = registry.counter("stock.commit.one.by.one");
        registry.gaugeCollectionSize("stock.queue.depth", Tags.empty(), queue);
    }

    /** Measures what follows, one phase after the other. */
    Round round() {
        return new Round();
    }

    /** One transaction of a batch. */
    final class Round {

        private long since = System.nanoTime();

        void locked() {
            record(locked);
        }

        void decided() {
            record(decided);
        }

        void committed() {
            record(written);
        }

        private void record(Timer phase) {
            var now = System.nanoTime();
            phase.record(now - since, TimeUnit.NANOSECONDS);
            since = now;
        }
    }
}
