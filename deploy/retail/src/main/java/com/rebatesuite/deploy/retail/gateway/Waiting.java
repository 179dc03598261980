package com.rebatesuite.deploy.retail.gateway;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits that double up to a limit until patience is at its end. One object per thing waited for. */
public final class Waiting {

    private final Suite suite;
    private long end;
    private Duration next;

    /** Patience starts now. */
    public Waiting(Suite suite) {
        this.suite = suite;
        this.next = suite.pause();
        this.end = System.nanoTime() + suite.patience().toNanos();
    }

    /** Starts over, because something has moved. */
    public void startOver() {
        next = suite.pause();
        end = System.nanoTime() + suite.patience().toNanos();
    }

    /** Whether there is no patience left. */
    public boolean over() {
        return System.nanoTime() - end >= 0;
    }

    /**
     * Waits at least as long as asked for.
     *
     * @throws Interrupted when the thread shall stop
     */
    public void pause(Duration atLeast) {
        var wait = atLeast.compareTo(next) > 0 ? atLeast : next;
        // Half of it by chance: lanes that failed together do not all come back together.
        var millis = wait.toMillis() / 2 + ThreadLocalRandom.current().nextLong(wait.toMillis() / 2 + 1);
        next = next.multipliedBy(2).compareTo(suite.longestPause()) < 0 ? next.multipliedBy(2) : suite.longestPause();
        sleep(Math.max(millis, atLeast.toMillis()));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    /** The thread was asked to stop while it waited. */
    public static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
