package com.rebatesuite.inventory.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.inventory.InventoryServiceFixture;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.platform.event.EventIds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The worst moments for a movement to come in, and for a store to go away. */
class RebuildViewIT extends InventoryServiceFixture {

    private final InMemoryLevels books = new InMemoryLevels();

    @Autowired
    FastLevels fast;

    @Autowired
    Rebuilds rebuilds;

    /** Whatever test took the store away before, and left its clients to find it again. */
    @BeforeEach
    void waitForTheStore() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !fast.of(List.of(tea)).run().isEmpty());
    }

    /** Seen red when the books are read before the view has forgotten. */
    @Test
    void keepsWhatIsBookedAfterTheReading() {
        books.put(level(1));
        var reads = new AtomicInteger();
        var done = rebuilt(skus -> {
            var read = books.of(skus);
            if (reads.getAndIncrement() == 0) {
                books.put(level(2));
                fast.write(List.of(level(2)));
            }
            return read;
        });

        assertThat(done.state()).isEqualTo(Rebuild.State.DONE);
        assertThat(fast.of(List.of(tea)).levels()).isEqualTo(books.of(List.of(tea)));
    }

    @Test
    void givesUpWithoutTheBooksAndLetsTheNextOneBegin() {
        books.put(level(1));
        books.away = true;
        assertThat(rebuilt(books::of).state()).isEqualTo(Rebuild.State.FAILED);

        books.away = false;
        assertThat(rebuilt(books::of).state()).isEqualTo(Rebuild.State.DONE);
        assertThat(fast.of(List.of(tea)).levels()).isEqualTo(books.of(List.of(tea)));
    }

    private Rebuild rebuilt(Reading reading) {
        var rebuild = new RebuildView(
                fast,
                new Books(reading, books),
                rebuilds,
                new ViewProperties(Duration.ofDays(1), 10, Duration.ofSeconds(30)),
                Clock.systemUTC(),
                EventIds.timeOrdered(),
                new SimpleMeterRegistry());
        var begun = rebuild.begin();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rebuild.of(begun.id()).orElseThrow().state() != Rebuild.State.RUNNING);
        return rebuild.of(begun.id()).orElseThrow();
    }

    private StockLevel level(long sequence) {
        return new StockLevel(LevelKey.main(tea), 10, 0, 0, sequence);
    }

    private interface Reading {
        Map<String, List<StockLevel>> of(Collection<String> skus);
    }

    /** Books to whose reading something happens. */
    private record Books(Reading reading, InMemoryLevels books) implements Levels {

        @Override
        public Map<String, List<StockLevel>> of(Collection<String> skus) {
            return reading.of(skus);
        }

        @Override
        public List<String> skusAfter(String sku, int limit) {
            return books.skusAfter(sku, limit);
        }
    }
}
