package com.rebatesuite.inventory.commit;

import static com.rebatesuite.inventory.commit.StockFixture.TEA;
import static com.rebatesuite.inventory.commit.StockFixture.hold;
import static com.rebatesuite.inventory.commit.StockFixture.line;
import static com.rebatesuite.inventory.commit.StockFixture.receive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.inventory.reservation.Status;
import com.rebatesuite.platform.telemetry.Trace;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How commands wait, are decided together, and are answered. */
class GroupCommitTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Trace trace = Trace.NONE;
    private final GatedBooks books = new GatedBooks();
    private final GroupCommit commit = new GroupCommit(
            books,
            Clock.systemUTC(),
            UUID::randomUUID,
            () -> trace,
            StockFixture.settings(10, 4, Duration.ofMillis(500)),
            meters);

    @AfterEach
    void stop() throws InterruptedException {
        books.gate.countDown();
        commit.stop();
    }

    @Test
    void refusesWhatNoLongerFitsIntoTheQueueAndKeepsWhatDoes() {
        var answers = new ArrayList<CompletableFuture<Outcome>>();
        for (int number = 0; number < 10; number++) {
            answers.add(commit.submit(hold(number, line(TEA, 1))));
        }

        assertThatThrownBy(() -> commit.submit(hold(10, line(TEA, 1)))).isInstanceOf(QueueFull.class);
        assertThatThrownBy(() -> commit.submitPatiently(hold(10, line(TEA, 1)), Trace.NONE))
                .isInstanceOf(QueueFull.class);
        assertThat(meters.counter("stock.queue.full").count()).isEqualTo(2);
        assertThat(meters.get("stock.queue.depth").gauge().value()).isEqualTo(10);

        books.gate.countDown();
        commit.start();
        assertThat(answers).allSatisfy(answer -> assertThat(answer).succeedsWithin(Duration.ofSeconds(5)));
    }

    @Test
    void decidesWhatWaitsTogetherAndInItsOrder() {
        var received = commit.submit(receive("1", line(TEA, 5)));
        var first = commit.submit(hold(1, line(TEA, 3)));
        var second = commit.submit(hold(2, line(TEA, 3)));
        var third = commit.submit(hold(3, line(TEA, 2)));
        var inTheNextBatch = commit.submit(hold(4, line(TEA, 1)));
        books.gate.countDown();
        commit.start();

        assertThat(received).succeedsWithin(Duration.ofSeconds(5));
        assertThat(List.of(status(first), status(second), status(third), status(inTheNextBatch)))
                .containsExactly(Status.HELD, Status.REFUSED, Status.HELD, Status.REFUSED);
        assertThat(books.transactions).hasValue(2);
        assertThat(meters.get("stock.commit.batch").summary().max()).isEqualTo(4);
    }

    @Test
    void keepsTheTraceOfEachRequestApart() throws InterruptedException {
        trace = new Trace(Map.of("traceparent", "of the receipt"));
        var received = commit.submit(receive("1", line(TEA, 5)));
        trace = new Trace(Map.of("traceparent", "of the first order"));
        var held = commit.submit(hold(1, line(TEA, 3)));
        var patient = new Trace(Map.of("traceparent", "of the second order"));
        var refused = commit.submitPatiently(hold(2, line(TEA, 3)), patient);
        books.gate.countDown();
        commit.start();

        assertThat(List.of(received, held, refused))
                .allSatisfy(answer -> assertThat(answer).succeedsWithin(Duration.ofSeconds(5)));
        assertThat(books.transactions).hasValue(1);
        assertThat(books.effects)
                .extracting(effect -> effect.trace().headers().get("traceparent"))
                .containsExactly("of the receipt", "of the first order", "of the second order");
    }

    @Test
    void tellsEverybodyWhenTheStoreIsAwayAndGoesOnAfterwards() {
        books.failure = new BooksUnavailable("away", new IllegalStateException());
        books.gate.countDown();
        commit.start();

        assertThatThrownBy(() -> commit.decide(hold(1, line(TEA, 1)))).isInstanceOf(BooksUnavailable.class);
        books.failure = null;
        assertThat(commit.decide(hold(1, line(TEA, 1)))).isInstanceOf(Outcome.Reserved.class);
    }

    @Test
    void triesAgainWhenSomebodyElseWasFaster() {
        books.conflicts.set(3);
        books.gate.countDown();
        commit.start();

        assertThat(commit.decide(receive("1", line(TEA, 5)))).isInstanceOf(Outcome.Booked.class);
        assertThat(meters.counter("stock.commit.conflicts").count()).isEqualTo(3);
    }

    @Test
    void doesNotLetACallerWaitForever() {
        commit.start();

        assertThatThrownBy(() -> commit.decide(hold(1, line(TEA, 1)))).isInstanceOf(NotInTime.class);
    }

    @Test
    void decidesWhatWaitsBeforeItStops() throws InterruptedException {
        var answer = commit.submit(hold(1, line(TEA, 1)));
        books.gate.countDown();
        commit.start();
        commit.stop();

        assertThat(answer).isCompleted();
        assertThatThrownBy(() -> commit.submit(hold(2, line(TEA, 1)))).isInstanceOf(QueueFull.class);
    }

    private static Status status(CompletableFuture<Outcome> answer) {
        return ((Outcome.Reserved) answer.join()).reservation().status();
    }

    /** Books that are opened by the test, and fail as it says. */
    private static final class GatedBooks implements Books {

        private final InMemoryBooks books = new InMemoryBooks();
        private final List<Effect> effects = new CopyOnWriteArrayList<>();
        private final CountDownLatch gate = new CountDownLatch(1);
        private final AtomicInteger transactions = new AtomicInteger();
        private final AtomicInteger conflicts = new AtomicInteger();
        private volatile @Nullable RuntimeException failure;

        @Override
        public void book(Touched touched, Function<Loaded, Entries> decide) {
            try {
                gate.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            transactions.incrementAndGet();
            var fails = failure;
            if (fails != null) {
                throw fails;
            }
            if (conflicts.getAndDecrement() > 0) {
                throw new BooksConflict("somebody else", null);
            }
            books.book(touched, loaded -> {
                var entries = decide.apply(loaded);
                effects.addAll(entries.effects());
                return entries;
            });
        }
    }
}
