package com.rebatesuite.analytics.sales.kafka;

import com.rebatesuite.analytics.sales.MinuteKey;
import com.rebatesuite.analytics.sales.MinuteWindow;
import com.rebatesuite.analytics.sales.Sale;
import com.rebatesuite.analytics.sales.SalesClock;
import com.rebatesuite.analytics.sales.SalesLimits;
import com.rebatesuite.analytics.sales.SalesMeter;
import com.rebatesuite.analytics.sales.SalesWindowRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The windows of one partition: counts sales into them, publishes what changed, calls final what is due and removes what
 * is closed for good. Knows stores and no topology, so that a faster keeper of windows can take its place.
 */
final class PartitionWindows {

    private final KeyValueStore<MinuteKey, MinuteWindow> windows;
    private final ChangedWindows changed;
    private final StoredClock clockStore;
    private final Settings settings;
    private final BiConsumer<String, Published> send;

    private SalesClock clock;
    private Instant lastCame;
    private Instant sampledAt;
    private Instant sampledStreamTime;
    private Instant removedUpTo = Instant.EPOCH;

    PartitionWindows(
            KeyValueStore<MinuteKey, MinuteWindow> windows,
            KeyValueStore<MinuteKey, Long> changed,
            KeyValueStore<String, Long> clock,
            Settings settings,
            Instant now,
            BiConsumer<String, Published> send) {
        this.windows = windows;
        this.changed = new ChangedWindows(changed);
        this.clockStore = new StoredClock(clock);
        this.settings = settings;
        this.send = send;
        this.clock = clockStore.load();
        this.lastCame = now;
        this.sampledAt = now;
        this.sampledStreamTime = this.clock.streamTime();
    }

    /** Counts a sale into its minute, or sends it to the late lane when the minute is closed for good. */
    void count(Sale sale, Instant now) {
        lastCame = now;
        var key = sale.minute();
        if (clock.isTooLate(key)) {
            settings.meter().tooLate();
            send.accept(sale.sku(), new Published.TooLate(sale));
            return;
        }
        clock = clock.seen(sale.occurredAt(), now);
        add(key, sale, now);
        if (changed.size() >= settings.limits().changedWindows()) {
            publishChanged(now);
        }
    }

    private void add(MinuteKey key, Sale sale, Instant now) {
        if (clock.isFinal(key)) {
            settings.meter().late();
        }
        var window = windows.get(key);
        var before = window == null ? MinuteWindow.opened(clock.isFinal(key)) : window;
        windows.put(key, before.plus(sale));
        changed.add(key, now);
    }

    /** One bounded turn by the wall clock: publish, call final, remove. */
    void turn(Instant now) {
        publishChanged(now);
        finalise(now);
        settle(now);
        remove();
        clockStore.save(clock);
    }

    private void publishChanged(Instant now) {
        changed.take(settings.limits().windowsPerTurn()).forEach((key, since) -> publish(key, since, now));
    }

    private void publish(MinuteKey key, Instant since, Instant now) {
        var window = windows.get(key);
        if (window == null) {
            throw new IllegalStateException("window " + key + ": missing (expected: kept until it is published)");
        }
        publish(key, window, since, now);
    }

    private void publish(MinuteKey key, MinuteWindow window, Instant since, Instant now) {
        var minute = window.publish(key, !key.end().isAfter(due(now)));
        windows.put(key, window.after(minute));
        send.accept(key.sku(), new Published.Minute(minute));
        settings.meter().published(minute.status(), Duration.between(since, now));
    }

    /** Windows that end here or before are due to be called final. */
    private Instant due(Instant now) {
        var rules = settings.rules();
        var byStream = clock.streamTime().minus(rules.grace());
        var byWall = now.minus(rules.idle()).minus(rules.grace());
        return isIdle(now) && byWall.isAfter(byStream) ? byWall : byStream;
    }

    private boolean isIdle(Instant now) {
        return !lastCame.plus(settings.rules().idle()).isAfter(now);
    }

    /**
     * Calls final what is due. By stream time that closes also the minutes nothing was sold in. By the wall clock it
     * closes only what exists: when a replay goes on after a pause, its next minutes are not late.
     */
    private void finalise(Instant now) {
        var bound = MinuteKey.floor(due(now));
        var due = upTo(clock.finalUpTo(), bound, key -> true);
        for (var entry : due.entries()) {
            if (!entry.value.isFinal() && !changed.contains(entry.key)) {
                publish(entry.key, entry.value, now, now);
            }
        }
        var byStream = MinuteKey.floor(clock.streamTime().minus(settings.rules().grace()));
        clock = clock.finalised(due.isCut() ? due.reached() : later(due.reached(), byStream));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Lets the horizon follow stream time, one settling time behind by the wall clock. */
    private void settle(Instant now) {
        if (sampledAt.plus(settings.rules().settle()).isAfter(now)) {
            return;
        }
        clock = clock.settled(sampledStreamTime, settings.rules());
        sampledAt = now;
        sampledStreamTime = clock.streamTime();
    }

    private void remove() {
        var end = clock.horizon().isBefore(clock.finalUpTo()) ? clock.horizon() : clock.finalUpTo();
        // Goes on where it stopped: walking over what was removed before is slow, and nothing comes back there.
        var closed = upTo(removedUpTo, MinuteKey.floor(end), key -> !changed.contains(key));
        closed.entries().forEach(entry -> windows.delete(entry.key));
        removedUpTo = closed.reached();
    }

    /** The windows that end after {@code from} and not after {@code to}, in order of time, a turn's worth of them. */
    private Stretch upTo(Instant from, Instant to, Predicate<MinuteKey> wanted) {
        var entries = new ArrayList<KeyValue<MinuteKey, MinuteWindow>>();
        if (!from.isBefore(to)) {
            return new Stretch(entries, from, false);
        }
        try (var walk = windows.range(firstEndingAfter(from), firstEndingAfter(to))) {
            while (walk.hasNext()) {
                var entry = walk.next();
                if (!wanted.test(entry.key)) {
                    return new Stretch(entries, entry.key.start(), true);
                }
                // Only whole minutes: what has been reached is told by the end of the last one.
                if (entries.size() >= settings.limits().windowsPerTurn()
                        && !entry.key.start().equals(entries.getLast().key.start())) {
                    return new Stretch(entries, entries.getLast().key.end(), true);
                }
                entries.add(entry);
            }
        }
        return new Stretch(
                entries, entries.isEmpty() ? from : entries.getLast().key.end(), false);
    }

    private static MinuteKey firstEndingAfter(Instant end) {
        return new MinuteKey(end, "", "");
    }

    /** Windows in order of time; cut when there were more than fit into a turn. */
    private record Stretch(List<KeyValue<MinuteKey, MinuteWindow>> entries, Instant reached, boolean isCut) {}

    /** What every partition shares. */
    record Settings(SalesWindowRules rules, SalesLimits limits, SalesMeter meter) {}

    /** Changed and not yet published windows in order of change; in the store too, so that a crash forgets none. */
    private static final class ChangedWindows {

        private final KeyValueStore<MinuteKey, Long> store;
        private final Map<MinuteKey, Instant> since = new LinkedHashMap<>();

        ChangedWindows(KeyValueStore<MinuteKey, Long> store) {
            this.store = store;
            try (var all = store.all()) {
                all.forEachRemaining(entry -> since.put(entry.key, Instant.ofEpochMilli(entry.value)));
            }
        }

        void add(MinuteKey key, Instant now) {
            if (since.putIfAbsent(key, now) == null) {
                store.put(key, now.toEpochMilli());
            }
        }

        boolean contains(MinuteKey key) {
            return since.containsKey(key);
        }

        int size() {
            return since.size();
        }

        Map<MinuteKey, Instant> take(int limit) {
            var taken = new LinkedHashMap<MinuteKey, Instant>();
            for (var oldest = since.entrySet().iterator(); oldest.hasNext() && taken.size() < limit; ) {
                var entry = oldest.next();
                taken.put(entry.getKey(), entry.getValue());
                store.delete(entry.getKey());
                oldest.remove();
            }
            return taken;
        }
    }

    /** The clock as it is kept over a restart. */
    private record StoredClock(KeyValueStore<String, Long> store) {

        SalesClock load() {
            return new SalesClock(load("stream-time"), load("final-up-to"), load("horizon"));
        }

        private Instant load(String name) {
            @Nullable Long millis = store.get(name);
            return millis == null ? Instant.EPOCH : Instant.ofEpochMilli(millis);
        }

        void save(SalesClock clock) {
            save("stream-time", clock.streamTime());
            save("final-up-to", clock.finalUpTo());
            save("horizon", clock.horizon());
        }

        private void save(String name, Instant value) {
            @Nullable Long before = store.get(name);
            if (before == null || before != value.toEpochMilli()) {
                store.put(name, value.toEpochMilli());
            }
        }
    }
}
