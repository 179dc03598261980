package com.rebatesuite.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import reactor.core.publisher.Mono;

/** Rates as this one gateway sees them. Bounded: the callers that were quiet longest are forgotten first. */
class LocalRates implements Rates {

    private static final int MAX_CALLERS = 50_000;

    private final InstantSource clock;
    private final Cache<String, Long> dueMicros =
            Caffeine.newBuilder().maximumSize(MAX_CALLERS).build();

    LocalRates(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Mono<Duration> waitFor(String caller, Rate rate) {
        return Mono.fromSupplier(() -> decide(caller, rate));
    }

    private Duration decide(String caller, Rate rate) {
        var now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        var wait = new long[1];
        dueMicros.asMap().compute(caller, (ignored, stored) -> {
            var due = stored == null ? now : Math.max(stored, now);
            wait[0] = Math.max(0, due - now - rate.toleranceMicros());
            return wait[0] > 0 ? due : due + rate.intervalMicros();
        });
        return Duration.of(wait[0], ChronoUnit.MICROS);
    }
}
