package com.rebatesuite.rebate.live;

import com.rebatesuite.rebate.view.AccountView;
import com.rebatesuite.rebate.view.Views;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who watches which account on this replica. */
@Component
public class LiveBalances {

    private final Views views;
    private final LiveProperties properties;
    private final Clock clock;
    private final LiveMetrics metrics;
    private final Map<String, List<LiveStream>> streams = new ConcurrentHashMap<>();

    LiveBalances(Views views, LiveProperties properties, Clock clock, MeterRegistry meters) {
        this.views = views;
        this.properties = properties;
        this.clock = clock;
        this.metrics = new LiveMetrics(meters);
    }

    /**
     * Shows the account now and after every change, until {@code end} or until the watcher has gone. Who says which version
     * he has seen last is shown what he missed instead, each change once. Who has too many loses his oldest: most often a
     * phone has come back, and its line from before is dead.
     *
     * @throws TooManyStreams when this replica has as many as it may
     */
    public void watch(String userId, Instant end, @Nullable Long seen, Push push) {
        var stream = new LiveStream(userId, end, push, views, properties, metrics, clock);
        register(stream);
        try {
            // Registered before it is read: a change in between is not missed.
            var account = views.account(userId);
            Thread.ofVirtual().name("live-" + userId).start(() -> {
                try {
                    stream.run(account, seen);
                } finally {
                    remove(stream);
                }
            });
        } catch (RuntimeException failed) {
            remove(stream);
            throw failed;
        }
    }

    /** Whether anybody here watches this account. */
    public boolean watched(String userId) {
        return streams.containsKey(userId);
    }

    /** Tells all who watch the account. Who cannot keep up is dropped: he comes back and sees the present. */
    public void changed(AccountView change) {
        for (var stream : streams.getOrDefault(change.userId(), List.of())) {
            if (!stream.offer(change)) {
                metrics.dropped();
                remove(stream);
            }
        }
    }

    @EventListener(ContextClosedEvent.class)
    void endAll() {
        streams.values().forEach(ofUser -> ofUser.forEach(LiveStream::close));
    }

    private void register(LiveStream stream) {
        if (metrics.open().incrementAndGet() > properties.inAll()) {
            metrics.open().decrementAndGet();
            metrics.refused();
            throw new TooManyStreams(properties.inAll());
        }
        streams.compute(stream.userId(), (user, known) -> {
            var ofUser = known == null ? new CopyOnWriteArrayList<LiveStream>() : known;
            if (ofUser.size() >= properties.perUser()) {
                replace(ofUser.removeFirst());
            }
            ofUser.add(stream);
            return ofUser;
        });
    }

    private void replace(LiveStream oldest) {
        metrics.open().decrementAndGet();
        metrics.replaced();
        oldest.replace();
    }

    private void remove(LiveStream stream) {
        stream.close();
        streams.computeIfPresent(stream.userId(), (user, ofUser) -> {
            if (ofUser.remove(stream)) {
                metrics.open().decrementAndGet();
            }
            return ofUser.isEmpty() ? null : ofUser;
        });
    }
}
