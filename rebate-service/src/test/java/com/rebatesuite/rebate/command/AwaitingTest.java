package com.rebatesuite.rebate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.rebate.store.StoreUnavailable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwaitingTest {

    private static final Patience SHORT = new Patience(Duration.ofMillis(50));
    private static final Patience NONE = new Patience(Duration.ZERO);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Awaiting awaiting = new Awaiting(meters);
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void looksUntilThereIsSomethingToSee() {
        assertThat(awaiting.see(Patience.USUAL, this::atTheThirdLook)).contains("seen");
        assertThat(meters.timer("rebates.awaiting", "outcome", "seen").count()).isEqualTo(1);
    }

    @Test
    void looksOnceWithoutPatience() {
        assertThat(awaiting.see(NONE, this::atTheThirdLook)).isEmpty();
        assertThat(looks).hasValue(1);
    }

    @Test
    void givesUpWhenThePatienceEnds() {
        assertThat(awaiting.see(SHORT, Optional::empty)).isEmpty();
        assertThat(meters.timer("rebates.awaiting", "outcome", "late").count()).isEqualTo(1);
    }

    @Test
    void takesAStoreThatIsAwayForOneThatShowsNothingYet() {
        assertThat(awaiting.see(Patience.USUAL, () -> {
                    if (looks.incrementAndGet() < 3) {
                        throw new StoreUnavailable("away");
                    }
                    return Optional.of("back");
                }))
                .contains("back");
    }

    @Test
    void doesNotHideAnyOtherFailure() {
        assertThatThrownBy(() -> awaiting.see(SHORT, () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
    }

    @Test
    void letsSoManyWaitAndNotOneMore() throws InterruptedException {
        var waiting = new CountDownLatch(200);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                threads.execute(() -> awaiting.see(NONE, () -> held(waiting, end)));
            }
            waiting.await();

            assertThat(awaiting.see(Patience.USUAL, () -> Optional.of("seen"))).isEmpty();
            end.countDown();
        }

        assertThat(meters.counter("rebates.awaiting.refused").count()).isEqualTo(1);
        assertThat(awaiting.see(NONE, () -> Optional.of("seen"))).contains("seen");
    }

    private Optional<String> atTheThirdLook() {
        return looks.incrementAndGet() < 3 ? Optional.empty() : Optional.of("seen");
    }

    private static Optional<String> held(CountDownLatch waiting, CountDownLatch end) {
        waiting.countDown();
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
