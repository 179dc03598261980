package com.rebatesuite.platform.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientGuardTest {

    private static final ClientLimits LIMITS = new ClientLimits(
            Duration.ofMillis(200),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            2,
            Duration.ofMillis(1),
            4,
            50,
            Duration.ofMillis(200),
            2);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ClientGuard guard = new ClientGuard("neighbour", LIMITS, meters);

    @AfterEach
    void stop() {
        guard.close();
    }

    @Test
    void asksAgainOnce() throws Exception {
        var asked = new AtomicInteger();

        var answer = guard.call(() -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("hiccup");
            }
            return "yes";
        });

        assertThat(answer).isEqualTo("yes");
        assertThat(asked).hasValue(2);
    }

    @Test
    void stopsAskingASickNeighbourAndTriesAgainLater() {
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
    void asksNoMoreAtOnceThanItMay() throws InterruptedException {
        var answer = new CountDownLatch(1);
        var asking = new CountDownLatch(LIMITS.atOnce());
        for (int call = 0; call < LIMITS.atOnce(); call++) {
            Thread.startVirtualThread(() -> assertThatThrownBy(() -> guard.call(() -> {
                        asking.countDown();
                        answer.await();
                        return "late";
                    }))
                    .isInstanceOf(TimeoutException.class));
        }
        asking.await();

        assertThatThrownBy(() -> guard.call(() -> "one too many")).isInstanceOf(BulkheadFullException.class);
        answer.countDown();
    }

    @Test
    void showsItsCircuitBreakerByName() {
        assertThat(meters.get("resilience4j.circuitbreaker.state")
                        .tag("name", "neighbour")
                        .tag("state", "closed")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }
}
