package com.rebatesuite.inventory.view;

import com.rebatesuite.inventory.level.StockLevel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who watches which products on this replica. */
@Component
public class LiveLevels {

    private final ReadLevels levels;
    private final LiveProperties properties;
    private final Clock clock;
    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<LiveStream>> bySku = new ConcurrentHashMap<>();
    private final Counter coalesced;
    private final Counter dropped;

    LiveLevels(ReadLevels levels, LiveProperties properties, Clock clock, MeterRegistry meters) {
        this.levels = levels;
        this.properties = properties;
        this.clock = clock;
        this.coalesced = meters.counter("live.coalesced");
        this.dropped = meters.counter("live.dropped");
        meters.gaugeCollectionSize("live.streams", List.of(), streams);
    }

    /**
     * Shows all levels of these products now, and each after it has changed, until {@code end} or until the watcher has
     * gone. As the present comes first, whoever comes back after a break needs nothing else.
     *
     * @throws TooManyStreams when a bound is reached
     */
    public void watch(String userId, Collection<String> skus, Instant end, Push push) {
        var stream = new LiveStream(userId, Set.copyOf(skus), end, push, properties, clock);
        register(stream);
        try {
            // Registered before it is read: a change in between is not missed.
            var present = present(stream.skus());
            Thread.ofVirtual().name("live-" + userId).start(() -> run(stream, present));
        } catch (RuntimeException failed) {
            remove(stream);
            throw failed;
        }
    }

    /** Whether anybody here watches this product. */
    public boolean watched(String sku) {
        return bySku.containsKey(sku);
    }

    /** Tells all who watch it. Who is too far behind is dropped: he comes back and sees the present. One thread at a time. */
    public void changed(StockLevel level) {
        for (var stream : bySku.getOrDefault(level.key().sku(), Set.of())) {
            switch (stream.offer(level)) {
                case WAITING -> {}
                case COALESCED -> coalesced.increment();
                case TOO_FAR_BEHIND -> {
                    dropped.increment();
                    remove(stream);
                }
            }
        }
    }

    @EventListener(ContextClosedEvent.class)
    void endAll() {
        streams.forEach(LiveStream::close);
    }

    private void run(LiveStream stream, Collection<StockLevel> present) {
        try {
            stream.run(present, () -> presentOrNothing(stream.skus()));
        } finally {
            remove(stream);
        }
    }

    private List<StockLevel> present(Set<String> skus) {
        return levels.ofSkus(skus).values().stream().flatMap(List::stream).toList();
    }

    private List<StockLevel> presentOrNothing(Set<String> skus) {
        try {
            return present(skus);
        } catch (RuntimeException away) {
            // A stream outlives it; the next look may see more.
            return List.of();
        }
    }

    private synchronized void register(LiveStream stream) {
        if (streams.size() >= properties.inAll()) {
            throw new TooManyStreams(false, properties.inAll());
        }
        var ofUser = streams.stream().filter(other -> other.userId().equals(stream.userId()));
        if (ofUser.count() >= properties.perUser()) {
            throw new TooManyStreams(true, properties.perUser());
        }
        streams.add(stream);
        stream.skus()
                .forEach(sku -> bySku.computeIfAbsent(sku, first -> ConcurrentHashMap.newKeySet())
                        .add(stream));
    }

    private synchronized void remove(LiveStream stream) {
        stream.close();
        streams.remove(stream);
        stream.skus()
                .forEach(sku -> bySku.computeIfPresent(sku, (same, watchers) -> {
                    watchers.remove(stream);
                    return watchers.isEmpty() ? null : watchers;
                }));
    }
}
