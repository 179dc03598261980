package com.rebatesuite.rebate.live;

import com.rebatesuite.rebate.store.StoreUnavailable;
import com.rebatesuite.rebate.view.AccountView;
import com.rebatesuite.rebate.view.Views;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One watcher. Changes wait in a bounded queue; one thread of his own sends them, each version once and in order. */
final class LiveStream {

    private final String userId;
    private final Instant end;
    private final Push push;
    private final Views views;
    private final LiveProperties properties;
    private final LiveMetrics metrics;
    private final Clock clock;
    private final BlockingQueue<Optional<AccountView>> queue;
    private volatile boolean closed;
    private volatile boolean replaced;

    /** The version the watcher has been told last. */
    private long told;

    /** How often the views were behind what the watcher only says he has seen; he may be wrong. */
    private int doubts;

    private boolean claimed;

    LiveStream(
            String userId,
            Instant end,
            Push push,
            Views views,
            LiveProperties properties,
            LiveMetrics metrics,
            Clock clock) {
        this.userId = userId;
        this.end = end;
        this.push = push;
        this.views = views;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
        this.queue = new ArrayBlockingQueue<>(properties.backlog());
    }

    String userId() {
        return userId;
    }

    /** False when the watcher is too far behind. */
    boolean offer(AccountView change) {
        return queue.offer(Optional.of(change));
    }

    void close() {
        closed = true;
        // Only to wake it up; a full queue wakes it too.
        var unused = queue.offer(Optional.empty());
    }

    /** Ends it in favour of another one of the same shopper. */
    void replace() {
        replaced = true;
        close();
    }

    /** Sends until the end has come, the watcher has gone or the stream is closed. */
    void run(AccountView present, @Nullable Long seen) {
        try {
            open(present, seen);
            send();
            if (replaced) {
                push.replaced();
            }
        } catch (IOException | IllegalStateException gone) {
            // The watcher has hung up: there is nobody to tell.
            closed = true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            push.end();
        }
    }

    private void open(AccountView present, @Nullable Long seen) throws IOException {
        if (seen == null) {
            show(present);
            return;
        }
        told = seen;
        claimed = true;
        if (seen < present.version()) {
            catchUp(present);
            return;
        }
        push.heartbeat();
    }

    private void send() throws IOException, InterruptedException {
        var patience = properties.firstLook();
        while (!closed && clock.instant().isBefore(end)) {
            var next = queue.poll(shorter(patience).toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                lookAgain();
                patience = properties.heartbeat();
            } else if (next.isPresent() && next.get().version() > told) {
                catchUp(next.get());
            }
        }
    }

    /** What the log has told before this stream was there may have reached the views only now. */
    private void lookAgain() throws IOException {
        var now = read();
        if (now.isPresent() && now.get().version() > told) {
            catchUp(now.get());
        } else if (now.isPresent() && claimed && now.get().version() < told && ++doubts > 1) {
            reset(now.get());
        } else {
            push.heartbeat();
        }
    }

    /** Tells what lies between, each once; where that cannot be had, or is too much, the present has to do. */
    private void catchUp(AccountView present) throws IOException {
        long missing = present.version() - told - 1;
        var missed = missing == 0 || missing >= properties.backlog() ? List.<AccountView>of() : missed(present);
        if (missed.size() != missing) {
            reset(present);
            return;
        }
        for (var change : missed) {
            show(change);
        }
        show(present);
        metrics.replayed(missed.size());
    }

    private List<AccountView> missed(AccountView present) {
        try {
            return views.changesAfter(userId, told, 2 * properties.backlog()).stream()
                    .filter(change -> change.version() < present.version())
                    .toList();
        } catch (StoreUnavailable away) {
            return List.of();
        }
    }

    private void show(AccountView account) throws IOException {
        push.show(account);
        told(account);
    }

    private void reset(AccountView present) throws IOException {
        push.reset(present);
        metrics.reset();
        told(present);
    }

    private void told(AccountView account) {
        told = account.version();
        claimed = false;
        metrics.sent();
    }

    private Optional<AccountView> read() {
        try {
            return Optional.of(views.account(userId));
        } catch (StoreUnavailable away) {
            return Optional.empty();
        }
    }

    private Duration shorter(Duration patience) {
        var left = Duration.between(clock.instant(), end);
        return left.compareTo(patience) < 0 ? left : patience;
    }
}
