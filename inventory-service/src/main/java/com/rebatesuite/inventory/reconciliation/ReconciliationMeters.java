package com.rebatesuite.inventory.reconciliation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What reconciliations tell of themselves. */
@Component
class ReconciliationMeters {

    private final Clock clock;
    private final Timer runs;
    private final MeterRegistry registry;
    private final AtomicReference<Double> last = new AtomicReference<>(Double.NaN);

    ReconciliationMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.runs = Timer.builder("stock.reconciliation.run")
                .description("one comparison of levels, journal, holds and orders")
                .register(registry);
        // All kinds from the beginning: what is not there cannot be seen to rise.
        for (var kind : Kind.values()) {
            breaks(kind).increment(0);
        }
        TimeGauge.builder("stock.reconciliation.last", last, TimeUnit.SECONDS, AtomicReference::get)
                .description("when this replica has last compared, as seconds of the epoch; unknown until it has")
                .register(registry);
    }

    Report measured(Supplier<Report> reconciliation) {
        var report = runs.record(reconciliation);
        report.breaks().forEach(found -> breaks(found.kind()).increment());
        last.set(clock.millis() / 1000.0);
        return report;
    }

    private Counter breaks(Kind kind) {
        return registry.counter("stock.reconciliation.breaks", "kind", kind.wire());
    }
}
