package com.rebatesuite.rebate.command;

import com.rebatesuite.rebate.store.StoreUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Waits until the views show what the ledger made of a command. It has no say in it: who stops waiting misses the answer,
 * not the outcome.
 */
@Component
public class Awaiting {

    private static final int MOST_AT_ONCE = 200;
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 200;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final MeterRegistry meters;

    Awaiting(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Looks again and again until there is something to see; empty if the patience ends before, or if so many wait that
     * one more would only be a burden. A store that is away shows nothing: what was told is not lost by that.
     */
    public <T> Optional<T> see(Patience patience, Supplier<Optional<T>> look) {
        if (!places.tryAcquire()) {
            meters.counter("rebates.awaiting.refused").increment();
            return Optional.empty();
        }
        long began = System.nanoTime();
        try {
            var seen = see(began + patience.most().toNanos(), look);
            meters.timer("rebates.awaiting", "outcome", seen.isPresent() ? "seen" : "late")
                    .record(Duration.ofNanos(System.nanoTime() - began));
            return seen;
        } finally {
            places.release();
        }
    }

    private static <T> Optional<T> see(long until, Supplier<Optional<T>> look) {
        var seen = look(look);
        long pause = FIRST_PAUSE_MILLIS;
        while (seen.isEmpty() && paused(pause, until)) {
            seen = look(look);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
        return seen;
    }

    private static <T> Optional<T> look(Supplier<Optional<T>> look) {
        try {
            return look.get();
        } catch (StoreUnavailable away) {
            return Optional.empty();
        }
    }

    private static boolean paused(long millis, long until) {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left <= 0) {
            return false;
        }
        try {
            Thread.sleep(Math.min(millis, left));
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
