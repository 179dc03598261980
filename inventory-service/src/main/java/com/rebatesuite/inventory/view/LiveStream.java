package com.rebatesuite.inventory.view;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One watcher. Of each level only the latest waits to be shown; one thread of the watcher's own shows it. */
final class LiveStream {

    private final String userId;
    private final Set<String> skus;
    private final Instant end;
    private final Push push;
    private final LiveProperties properties;
    private final Clock clock;
    private final Map<LevelKey, StockLevel> waiting = new ConcurrentHashMap<>();
    private final Semaphore bell = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<LevelKey, Long> shown = new HashMap<>();

    LiveStream(String userId, Set<String> skus, Instant end, Push push, LiveProperties properties, Clock clock) {
        this.userId = userId;
        this.skus = skus;
        this.end = end;
        this.push = push;
        this.properties = properties;
        this.clock = clock;
    }

    String userId() {
        return userId;
    }

    Set<String> skus() {
        return skus;
    }

    /** Only one thread may offer. */
    Offered offer(StockLevel level) {
        boolean replaces = waiting.containsKey(level.key());
        if (!replaces && waiting.size() >= properties.backlog()) {
            return Offered.TOO_FAR_BEHIND;
        }
        waiting.merge(level.key(), level, (one, other) -> one.sequence() > other.sequence() ? one : other);
        bell.release();
        return replaces ? Offered.COALESCED : Offered.WAITING;
    }

    void close() {
        closed.countDown();
        bell.release();
    }

    /** Shows until the end has come, the watcher has gone or the stream is closed. */
    void run(Collection<StockLevel> first, Supplier<Collection<StockLevel>> look) {
        try {
            showLater(first);
            showChanges(look);
        } catch (IOException | IllegalStateException gone) {
            // The watcher has hung up: there is nobody to tell.
            close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            push.end();
        }
    }

    private void showChanges(Supplier<Collection<StockLevel>> look) throws IOException, InterruptedException {
        var nextLook = clock.instant().plus(properties.firstLook());
        while (open()) {
            if (bell.tryAcquire(millisUntil(nextLook), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
                showLater(taken());
                pause();
            }
            if (!clock.instant().isBefore(nextLook)) {
                // Heals what this replica has not heard: before it listened, or while it was without the log.
                showLater(look.get());
                push.heartbeat();
                nextLook = clock.instant().plus(properties.heartbeat());
            }
        }
    }

    private boolean open() {
        return closed.getCount() > 0 && clock.instant().isBefore(end);
    }

    private List<StockLevel> taken() {
        return waiting.keySet().stream().sorted().map(waiting::remove).toList();
    }

    private void showLater(Collection<StockLevel> levels) throws IOException {
        for (var level : levels) {
            if (level.sequence() > shown.getOrDefault(level.key(), 0L)) {
                push.show(level);
                shown.put(level.key(), level.sequence());
            }
        }
    }

    private void pause() throws InterruptedException {
        var unused = closed.await(properties.pace().toMillis(), TimeUnit.MILLISECONDS);
    }

    private long millisUntil(Instant nextLook) {
        var next = nextLook.isBefore(end) ? nextLook : end;
        return Math.max(1, Duration.between(clock.instant(), next).toMillis());
    }

    /** What becomes of a level that has moved. */
    enum Offered {
        WAITING,
        COALESCED,
        TOO_FAR_BEHIND
    }
}
