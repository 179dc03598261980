package com.rebatesuite.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is true of every memory of rates. */
abstract class RatesContract {

    /** Slow enough that no test lives to see the next request come due. */
    private static final Rate FIVE_AT_ONCE = new Rate(1, 5);

    private final String caller = "caller-" + UUID.randomUUID();

    abstract Rates rates();

    @Test
    void letsTheBurstThroughAndThenSaysHowLongToWait() {
        for (int i = 0; i < 5; i++) {
            assertThat(ask(caller)).isZero();
        }

        assertThat(ask(caller)).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
    }

    @Test
    void doesNotCountWhatItRefused() {
        for (int i = 0; i < 50; i++) {
            ask(caller);
        }

        assertThat(ask(caller)).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void countsCallersApart() {
        for (int i = 0; i < 10; i++) {
            ask(caller);
        }

        assertThat(ask(caller + "-other")).isZero();
    }

    Duration ask(String who) {
        return rates().waitFor(who, FIVE_AT_ONCE)
                .blockOptional(Duration.ofSeconds(5))
                .orElseThrow();
    }
}
