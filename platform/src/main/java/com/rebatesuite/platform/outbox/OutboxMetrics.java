package com.rebatesuite.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators see of the outbox: {@code outbox.lag.seconds}, {@code outbox.rows}, {@code outbox.sent}, {@code outbox.failures}. */
class OutboxMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxMetrics.class);
    private static final Duration SAMPLE_EVERY = Duration.ofSeconds(1);
    private static final Duration STALE_AFTER = Duration.ofSeconds(10);

    private final Counter sent;
    private final Counter failures;
    private volatile @Nullable Sample last;
    private volatile boolean sampling;

    OutboxMetrics(MeterRegistry meters) {
        sent = meters.counter("outbox.sent");
        failures = meters.counter("outbox.failures");
        Gauge.builder("outbox.lag.seconds", this, OutboxMetrics::lagSeconds)
                .description("age of the oldest event that is not yet acknowledged")
                .register(meters);
        Gauge.builder("outbox.rows", this, OutboxMetrics::rows)
                .description("events that wait")
                .register(meters);
    }

    void sent(int count) {
        sent.increment(count);
    }

    void failed() {
        failures.increment();
    }

    /** Looks at the table now, and every second from now on; on its own thread, as the relay may be waiting for a broker. */
    void start(OutboxTable table) {
        sampling = true;
        Thread.ofPlatform().daemon().name("outbox-metrics").start(() -> sampleForEver(table));
    }

    void stop() {
        sampling = false;
    }

    private void sampleForEver(OutboxTable table) {
        while (sampling) {
            try {
                last = new Sample(table.backlog(), System.nanoTime());
            } catch (RuntimeException unreachable) {
                LOG.debug("the backlog is not known for now", unreachable);
            }
            try {
                Thread.sleep(SAMPLE_EVERY);
            } catch (InterruptedException stopped) {
                sampling = false;
            }
        }
    }

    /** An empty outbox is empty only as long as somebody has looked. */
    private static boolean known(@Nullable Sample sample) {
        return sample != null && System.nanoTime() - sample.takenNanos() < STALE_AFTER.toNanos();
    }

    /** Goes on growing between samples: a database that hangs must not look as if all were well. */
    private double lagSeconds() {
        var sample = last;
        if (sample == null || sample.backlog().rows() == 0) {
            return known(sample) ? 0 : Double.NaN;
        }
        return sample.backlog()
                        .age()
                        .plusNanos(System.nanoTime() - sample.takenNanos())
                        .toMillis()
                / 1000.0;
    }

    private double rows() {
        var sample = last;
        return sample == null ? 0 : sample.backlog().rows();
    }

    private record Sample(OutboxTable.Backlog backlog, long takenNanos) {}
}
