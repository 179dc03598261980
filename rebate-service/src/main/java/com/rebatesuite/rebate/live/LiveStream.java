package com.rebatesuite.rebate.live;

import com.rebatesuite.rebate.store.StoreUnavailable;
import com.rebatesuite.rebate.view.AccountView;
import com.rebatesuite.rebate.view.Views;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One watcher. Changes wait in a bounded queue; one thread of his own sends them. */
final class LiveStream {

    private final String userId;
    private final Instant end;
    private final Push push;
    private final Views views;
    private final LiveProperties properties;
    private final Clock clock;
    private final BlockingQueue<Optional<BalanceChange>> queue;
    private volatile boolean closed;

    LiveStream(String userId, Instant end, Push push, Views views, LiveProperties properties, Clock clock) {
        this.userId = userId;
        this.end = end;
        this.push = push;
        this.views = views;
        this.properties = properties;
        this.clock = clock;
        this.queue = new ArrayBlockingQueue<>(properties.backlog());
    }

    String userId() {
        return userId;
    }

    /** False when the watcher is too far behind. */
    boolean offer(BalanceChange change) {
        return queue.offer(Optional.of(change));
    }

    void close() {
        closed = true;
        // Only to wake it up; a full queue wakes it too.
        var unused = queue.offer(Optional.empty());
    }

    /** Sends until the end has come, the watcher has gone or the stream is closed. */
    void run(AccountView first) {
        try {
            push.show(first);
            send(first);
        } catch (IOException | IllegalStateException gone) {
            // The watcher has hung up: there is nobody to tell.
            closed = true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            push.end();
        }
    }

    private void send(AccountView first) throws IOException, InterruptedException {
        var shown = first;
        var patience = properties.firstLook();
        while (!closed && clock.instant().isBefore(end)) {
            var next = queue.poll(shorter(patience).toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                shown = lookAgain(shown);
                patience = properties.heartbeat();
            } else if (next.isPresent() && next.get().version() > shown.version()) {
                shown = next.get().appliedTo(shown);
                push.show(shown);
            }
        }
    }

    /** What the log has told before this stream was there may have reached the views only now. */
    private AccountView lookAgain(AccountView shown) throws IOException {
        var now = read(shown);
        if (now.version() < shown.version() || now.equals(shown)) {
            push.heartbeat();
            return shown;
        }
        push.show(now);
        return now;
    }

    private AccountView read(AccountView shown) {
        try {
            return views.account(userId);
        } catch (StoreUnavailable away) {
            return shown;
        }
    }

    private Duration shorter(Duration patience) {
        var left = Duration.between(clock.instant(), end);
        return left.compareTo(patience) < 0 ? left : patience;
    }
}
