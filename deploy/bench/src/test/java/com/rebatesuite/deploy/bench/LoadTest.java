package com.rebatesuite.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void beginsAtTheGivenRateWhateverTheAnswersTake() throws InterruptedException {
        var begun = new CountDownLatch(10);

        // Nobody is answered before the last has begun: a load that waited for answers would never end.
        var measured = Load.open(100, Duration.ofMillis(100), (client, turn) -> {
            begun.countDown();
            begun.await();
            return 1;
        });

        assertThat(measured.items()).isEqualTo(10);
        assertThat(measured.millis(100)).isGreaterThanOrEqualTo(85);
    }

    @Test
    void countsWhatFails() throws InterruptedException {
        var measured = Load.open(1_000, Duration.ofMillis(10), (client, turn) -> {
            if (turn % 2 == 0) {
                throw new IOException("away");
            }
            return 3;
        });

        assertThat(measured.failures()).isEqualTo(5);
        assertThat(measured.items()).isEqualTo(15);
    }

    @Test
    void everyClientBeginsAnewUntilTimeIsUp() throws InterruptedException {
        var turns = new AtomicLong();

        var measured = Load.closed(3, Duration.ofMillis(50), (client, turn) -> turns.incrementAndGet() > 0 ? 1 : 0);

        assertThat(measured.items()).isEqualTo(turns.get()).isGreaterThanOrEqualTo(3);
    }
}
