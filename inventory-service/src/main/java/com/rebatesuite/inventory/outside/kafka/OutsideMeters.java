package com.rebatesuite.inventory.outside.kafka;

import com.rebatesuite.inventory.movement.Movement;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** What has become of the movements that outside systems tell of. */
final class OutsideMeters {

    private final Counter booked;
    final Counter duplicates;
    final Counter malformed;
    private final Counter shortfall;

    OutsideMeters(MeterRegistry registry) {
        booked = records(registry, "booked");
        duplicates = records(registry, "duplicate");
        malformed = records(registry, "malformed");
        shortfall = Counter.builder("outside.shortfall")
                .description("units that left outside without having been known here")
                .baseUnit("units")
                .register(registry);
    }

    private static Counter records(MeterRegistry registry, String result) {
        return Counter.builder("outside.movements")
                .description("records of the topic stock-movements")
                .tag("result", result)
                .register(registry);
    }

    void booked(List<Movement> movements) {
        booked.increment();
        shortfall.increment((double) movements.stream()
                .mapToLong(movement -> Math.max(0, movement.deltas().shortfall()))
                .sum());
    }
}
