package com.rebatesuite.rebate.live;

import com.rebatesuite.rebate.view.Views;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who watches which account on this replica. */
@Component
public class LiveBalances {

    private final Views views;
    private final LiveProperties properties;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, List<LiveStream>> streams = new ConcurrentHashMap<>();
    private final AtomicInteger open;

    LiveBalances(Views views, LiveProperties properties, Clock clock, MeterRegistry meters) {
        this.views = views;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
        this.open = meters.gauge("live.streams", new AtomicInteger());
    }

    /**
     * Shows the account now and after every change, until {@code end} or until the watcher has gone.
     *
     * @throws TooManyStreams when a bound is reached
     */
    public void watch(String userId, Instant end, Push push) {
        var stream = new LiveStream(userId, end, push, views, properties, clock);
        register(stream);
        try {
            // Registered before it is read: a change in between is not missed.
            var account = views.account(userId);
            Thread.ofVirtual().name("live-" + userId).start(() -> {
                try {
                    stream.run(account);
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
    public void changed(BalanceChange change) {
        for (var stream : streams.getOrDefault(change.userId(), List.of())) {
            if (!stream.offer(change)) {
                meters.counter("live.dropped").increment();
                remove(stream);
            }
        }
    }

    @EventListener(ContextClosedEvent.class)
    void endAll() {
        streams.values().forEach(ofUser -> ofUser.forEach(LiveStream::close));
    }

    private void register(LiveStream stream) {
        if (open.incrementAndGet() > properties.inAll()) {
            open.decrementAndGet();
            throw new TooManyStreams(false, properties.inAll());
        }
        streams.compute(stream.userId(), (user, known) -> {
            var ofUser = known == null ? new CopyOnWriteArrayList<LiveStream>() : known;
            if (ofUser.size() >= properties.perUser()) {
                open.decrementAndGet();
                throw new TooManyStreams(true, properties.perUser());
            }
            ofUser.add(stream);
            return ofUser;
        });
    }

    private void remove(LiveStream stream) {
        stream.close();
        streams.computeIfPresent(stream.userId(), (user, ofUser) -> {
            if (ofUser.remove(stream)) {
                open.decrementAndGet();
            }
            return ofUser.isEmpty() ? null : ofUser;
        });
    }
}
