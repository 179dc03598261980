package com.rebatesuite.rebate.ledger.kafka;

import com.rebatesuite.rebate.ledger.Recording;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/** What the ledger counts: entries by kind, inputs without effect by reason, and how long after the event it decided. */
class LedgerMetrics {

    private final MeterRegistry meters;
    private final Timer delay;

    LedgerMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.delay = Timer.builder("rebates.delay")
                .description("from the time of the event to the decision about it")
                .register(meters);
    }

    void booked(Recording recording, Instant eventTime) {
        recording
                .entries()
                .forEach(entry -> meters.counter(
                                "rebates.entries", "kind", entry.kind().toString())
                        .increment());
        var elapsed = Duration.between(eventTime, recording.recordedAt());
        delay.record(elapsed.isNegative() ? Duration.ZERO : elapsed);
    }

    void ignored(String reason) {
        meters.counter("rebates.skipped", "reason", reason).increment();
    }

    void dead(String reason) {
        meters.counter("rebates.dead", "reason", reason).increment();
    }
}
