package com.rebatesuite.inventory.view;

import static java.util.stream.Collectors.toMap;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Reads levels from the fast view; what that does not answer for, or everything while it is away, from the books. What
 * the books say is filled into the view, so that it is asked of them once.
 */
@Component
public class ReadLevels {

    // Readers must leave connections for the committer when the fast view is away.
    private static final int READERS_OF_BOOKS = 6;
    private static final Duration WAIT_FOR_BOOKS = Duration.ofSeconds(1);

    private final FastLevels fast;
    private final Levels books;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final Counter fromView;
    private final Counter fromBooks;

    ReadLevels(FastLevels fast, Levels books, CircuitBreakerRegistry breakers, MeterRegistry meters) {
        this.fast = fast;
        this.books = books;
        this.breaker = breakers.circuitBreaker("stock-view");
        this.bulkhead = Bulkhead.of(
                "stock-books",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(READERS_OF_BOOKS)
                        .maxWaitDuration(WAIT_FOR_BOOKS)
                        .build());
        this.fromView = meters.counter("stock.reads", "source", "view");
        this.fromBooks = meters.counter("stock.reads", "source", "books");
    }

    /** Those of the levels that exist. */
    public Map<LevelKey, StockLevel> of(Collection<LevelKey> keys) {
        var wanted = Set.copyOf(keys);
        return ofSkus(keys.stream().map(LevelKey::sku).toList()).values().stream()
                .flatMap(List::stream)
                .filter(level -> wanted.contains(level.key()))
                .collect(toMap(StockLevel::key, Function.identity()));
    }

    /** All levels of each of the products, by location; a product without any is missing. */
    public Map<String, List<StockLevel>> ofSkus(Collection<String> skus) {
        var known = fast(skus);
        fromView.increment(known.levels().size());
        var missing = new TreeSet<>(skus);
        missing.removeAll(known.levels().keySet());
        if (missing.isEmpty()) {
            return known.levels();
        }
        fromBooks.increment(missing.size());
        var booked = bulkhead.executeSupplier(() -> books.of(missing));
        fill(booked, known.run());
        var found = new HashMap<>(known.levels());
        found.putAll(booked);
        return found;
    }

    private FastLevels.Known fast(Collection<String> skus) {
        try {
            return breaker.executeSupplier(() -> fast.of(skus));
        } catch (RuntimeException away) {
            // Counted by the breaker; the books know the same and more.
            return FastLevels.Known.NOTHING;
        }
    }

    private void fill(Map<String, List<StockLevel>> booked, String run) {
        if (run.isEmpty() || booked.isEmpty()) {
            return;
        }
        try {
            breaker.executeRunnable(() -> fast.fill(booked, run));
        } catch (RuntimeException away) {
            // Counted by the breaker; the next reader will fill it.
        }
    }
}
