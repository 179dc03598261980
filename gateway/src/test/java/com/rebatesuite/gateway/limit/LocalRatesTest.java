package com.rebatesuite.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LocalRatesTest extends RatesContract {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final LocalRates rates = new LocalRates(() -> now);

    @Override
    Rates rates() {
        return rates;
    }

    /** However requests come: within any second no more pass than the burst and what a second brings. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverLetsMoreThroughThanTheRate(long seed) {
        var random = new SplittableRandom(seed);
        var rate = new Rate(random.nextInt(1, 100), random.nextInt(1, 50));
        var passed = new ArrayDeque<Instant>();

        for (int i = 0; i < 2_000; i++) {
            now = now.plusNanos(random.nextInt(20_000_000));
            if (wait(rate).isZero()) {
                passed.add(now);
            }
            while (!passed.isEmpty() && passed.peek().isBefore(now.minusSeconds(1))) {
                passed.poll();
            }
            assertThat(passed.size()).isLessThanOrEqualTo(rate.burst() + rate.perSecond() + 1);
        }
    }

    /** Who waits as long as told is let through, and not a microsecond before. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void saysExactlyHowLongToWait(long seed) {
        var random = new SplittableRandom(seed);
        var rate = new Rate(random.nextInt(1, 1_000), random.nextInt(1, 20));
        while (wait(rate).isZero()) {
            now = now.plusNanos(1_000L * random.nextInt(200));
        }
        var told = wait(rate);

        now = now.plus(told).minusNanos(1_000);
        assertThat(wait(rate)).isEqualTo(Duration.ofNanos(1_000));
        now = now.plusNanos(1_000);
        assertThat(wait(rate)).isZero();
    }

    @Test
    void refusesARateThatIsNone() {
        assertThatThrownBy(() -> new Rate(0, 1)).hasMessage("per-second: 0 (expected: 1..1000000)");
        assertThatThrownBy(() -> new Rate(1, 0)).hasMessage("burst: 0 (expected: at least 1)");
    }

    private Duration wait(Rate rate) {
        return rates.waitFor("caller", rate).blockOptional().orElseThrow();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }
}
