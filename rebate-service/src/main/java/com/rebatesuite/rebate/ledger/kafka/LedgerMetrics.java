package com.rebatesuite.rebate.ledger.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.rebate.ledger.Kind;
import com.rebatesuite.rebate.ledger.Recording;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What the ledger counts: entries by kind, inputs without effect by reason, what waits, and how long after the event it decided. */
class LedgerMetrics {

    private final MeterRegistry meters;
    private final Timer delay;
    private final Map<Kind, Counter> entries = new EnumMap<>(Kind.class);
    private final AtomicInteger waiting = new AtomicInteger();

    LedgerMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.delay = Timer.builder("rebates.delay")
                .description("from the time of the event to the decision about it")
                .register(meters);
        for (var kind : Kind.values()) {
            entries.put(kind, meters.counter("rebates.entries", "kind", kind.toString()));
        }
        Gauge.builder("rebates.waiting", waiting, AtomicInteger::get)
                .description("records that wait for a slice of a campaign budget, with those behind them")
                .register(meters);
    }

    void booked(Recording recording, Instant eventTime) {
        recording.entries().forEach(entry -> counter(entry.kind()).increment());
        var elapsed = Duration.between(eventTime, recording.recordedAt());
        delay.record(elapsed.isNegative() ? Duration.ZERO : elapsed);
    }

    void ignored(String reason) {
        meters.counter("rebates.skipped", "reason", reason).increment();
    }

    void dead(String reason) {
        meters.counter("rebates.dead", "reason", reason).increment();
    }

    void waiting(int more) {
        waiting.addAndGet(more);
    }

    /** The queue was full, or the wait too long: somebody was decided with what budget there was. */
    void waitedEnough() {
        meters.counter("rebates.waiting.cut").increment();
    }

    void asked(long minor) {
        meters.counter("rebates.budget.requests", "what", minor < 0 ? "given-back" : "asked")
                .increment();
    }

    private Counter counter(Kind kind) {
        return requireNonNull(entries.get(kind));
    }
}
