package com.rebatesuite.order.hold.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HoldGuardTest {

    private final HoldGuard guard = new HoldGuard(
            new HoldProperties(
                    URI.create("http://inventory-service"),
                    "inventory",
                    Duration.ofMillis(200),
                    Duration.ofMillis(50),
                    Duration.ofMillis(100),
                    2,
                    Duration.ofMillis(1),
                    4,
                    50,
                    Duration.ofMillis(200),
                    8),
            new SimpleMeterRegistry());

    @AfterEach
    void stop() {
        guard.destroy();
    }

    @Test
    void asksAgainOnce() throws Exception {
        var asked = new AtomicInteger();

        var answer = guard.call(() -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("hiccup");
            }
            return "held";
        });

        assertThat(answer).isEqualTo("held");
        assertThat(asked).hasValue(2);
    }

    @Test
    void stopsAskingASickInventoryAndTriesAgainLater() {
        var asked = new AtomicInteger();
        for (var call = 0; call < 4; call++) {
            assertThatThrownBy(() -> guard.call(() -> {
                        asked.incrementAndGet();
                        throw new IllegalStateException("sick");
                    }))
                    .hasMessage("sick");
        }

        assertThatThrownBy(() -> guard.call(asked::incrementAndGet)).isInstanceOf(CallNotPermittedException.class);
        assertThat(asked).hasValue(8);
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(guard.call(() -> "well")).isEqualTo("well"));
    }

    @Test
    void doesNotWaitLongerThanItsLimit() {
        var never = new CountDownLatch(1);
        var started = System.nanoTime();

        assertThatThrownBy(() -> guard.call(() -> {
                    never.await();
                    return "late";
                }))
                .isInstanceOf(TimeoutException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void hasDefaultsThatFitTogether() {
        var defaults = new Binder(new MapConfigurationPropertySource()).bindOrCreate("hold", HoldProperties.class);

        assertThat(defaults.url()).hasToString("http://inventory-service");
        assertThat(defaults.answerWithin()).isEqualTo(Duration.ofSeconds(1));
        assertThat(defaults.attempts()).isEqualTo(2);
        assertThat(defaults.readWithin()).isLessThan(defaults.answerWithin());
        assertThatThrownBy(() -> new Binder(new MapConfigurationPropertySource(java.util.Map.of("hold.attempts", "0")))
                        .bindOrCreate("hold", HoldProperties.class))
                .rootCause()
                .hasMessage("attempts: 0 (expected: 1..5)");
    }
}
