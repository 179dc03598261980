package com.rebatesuite.analytics.sales.kafka;

import com.rebatesuite.analytics.sales.SalesMeter;
import com.rebatesuite.analytics.sales.SalesMinute;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts {@code sales.windows{status}}, {@code sales.late}, {@code sales.too.late}, {@code sales.repeated}. */
final class MicrometerSalesMeter implements SalesMeter {

    private final Map<SalesMinute.Status, Counter> windows = new EnumMap<>(SalesMinute.Status.class);
    private final Timer delay;
    private final Counter late;
    private final Counter tooLate;
    private final Counter repeated;

    MicrometerSalesMeter(MeterRegistry meters) {
        for (var status : SalesMinute.Status.values()) {
            windows.put(
                    status,
                    meters.counter("sales.windows", "status", status.name().toLowerCase(Locale.ROOT)));
        }
        this.delay = Timer.builder("sales.publish.delay")
                .description("from the arrival of a sale to the publication of its window")
                .publishPercentileHistogram()
                .register(meters);
        this.late = meters.counter("sales.late");
        this.tooLate = meters.counter("sales.too.late");
        this.repeated = meters.counter("sales.repeated");
    }

    @Override
    public void published(SalesMinute.Status status, Duration waited) {
        var counter = windows.get(status);
        if (counter != null) {
            counter.increment();
        }
        delay.record(waited);
    }

    @Override
    public void late() {
        late.increment();
    }

    @Override
    public void tooLate() {
        tooLate.increment();
    }

    @Override
    public void repeated() {
        repeated.increment();
    }
}
