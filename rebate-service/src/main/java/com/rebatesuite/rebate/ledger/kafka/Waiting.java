package com.rebatesuite.rebate.ledger.kafka;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Records that wait for budget, and those of the same shoppers behind them. A shopper's records keep their order; shoppers
 * that wait for nothing are not held up.
 */
final class Waiting {

    private final KeyValueStore<Long, Arrival> store;
    private final LedgerMetrics metrics;
    private final int most;
    private final Supplier<Instant> clock;
    private final Map<String, Deque<Long>> byUser = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> missingByUser = new HashMap<>();
    private final Map<String, Instant> sinceByUser = new HashMap<>();
    private long last;
    private int size;

    Waiting(KeyValueStore<Long, Arrival> store, LedgerMetrics metrics, int most, Supplier<Instant> clock) {
        this.store = store;
        this.metrics = metrics;
        this.most = most;
        this.clock = clock;
        try (var waiting = store.all()) {
            waiting.forEachRemaining(record -> enqueue(record.key, record.value.key()));
        }
    }

    boolean holds(String user) {
        return byUser.containsKey(user);
    }

    boolean isFull() {
        return size >= most;
    }

    /** The longest waiting first. */
    List<String> users() {
        return new ArrayList<>(byUser.keySet());
    }

    /** Whose first record has waited for that long; after a restart the wait begins anew. */
    List<String> longerThan(Duration patience) {
        var before = clock.get().minus(patience);
        return sinceByUser.entrySet().stream()
                .filter(since -> !since.getValue().isAfter(before))
                .map(Map.Entry::getKey)
                .toList();
    }

    void add(Arrival arrival) {
        long number = last + 1;
        store.put(number, arrival);
        enqueue(number, arrival.key());
    }

    /** The first record of that shopper. */
    Arrival first(String user) {
        return store.get(queue(user).getFirst());
    }

    void removeFirst(String user) {
        var queue = queue(user);
        store.delete(queue.removeFirst());
        missingByUser.remove(user);
        sinceByUser.put(user, clock.get());
        if (queue.isEmpty()) {
            byUser.remove(user);
            sinceByUser.remove(user);
        }
        count(-1);
    }

    /** What the first record of that shopper waits for, in minor units by rule. */
    void misses(String user, Map<String, Long> missing) {
        missingByUser.put(user, missing);
    }

    /** What all of them wait for together. */
    Map<String, Long> missing() {
        var sum = new TreeMap<String, Long>();
        missingByUser
                .values()
                .forEach(missing -> missing.forEach((rule, minor) -> sum.merge(rule, minor, Math::addExact)));
        return sum;
    }

    void close() {
        count(-size);
    }

    private Deque<Long> queue(String user) {
        return requireNonNull(byUser.get(user), () -> "nothing of " + user + " waits");
    }

    private void enqueue(long number, String user) {
        last = Math.max(last, number);
        byUser.computeIfAbsent(user, nobody -> new ArrayDeque<>()).add(number);
        sinceByUser.putIfAbsent(user, clock.get());
        count(1);
    }

    private void count(int more) {
        size += more;
        metrics.waiting(more);
    }
}
