package com.rebatesuite.deploy.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Times of one kind of operation, and how many failed. */
final class Measured {

    private static final long LONGEST_MICROS = Duration.ofMinutes(5).toNanos() / 1_000;

    private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong items = new AtomicLong();

    void took(long nanos, long count) {
        micros.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_MICROS));
        items.addAndGet(count);
    }

    void failed() {
        failed.incrementAndGet();
    }

    long failures() {
        return failed.get();
    }

    long items() {
        return items.get();
    }

    double perSecond(double seconds) {
        return items.get() / seconds;
    }

    double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }
}
