package com.rebatesuite.deploy.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * When a part that died is started again: at first at once, then with growing pauses, and no more when it has died too
 * often within the window.
 */
final class RestartPolicy {

    private final int tries;
    private final Duration window;
    private final Duration firstPause;
    private final Duration longestPause;
    private final Deque<Instant> deaths = new ArrayDeque<>();

    RestartPolicy(int tries, Duration window, Duration firstPause, Duration longestPause) {
        if (tries < 0) {
            throw new IllegalArgumentException("tries: " + tries + " (expected: >= 0)");
        }
        this.tries = tries;
        this.window = window;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
    }

    static RestartPolicy usual() {
        return new RestartPolicy(6, Duration.ofMinutes(5), Duration.ofMillis(250), Duration.ofSeconds(15));
    }

    /** The pause before the next start after a death at the given time; empty when it is not worth another try. */
    synchronized Optional<Duration> afterDeath(Instant now) {
        while (!deaths.isEmpty() && deaths.getFirst().isBefore(now.minus(window))) {
            deaths.removeFirst();
        }
        deaths.addLast(now);
        if (deaths.size() > tries) {
            return Optional.empty();
        }
        var pause = firstPause.multipliedBy(1L << Math.min(deaths.size() - 1, 20));
        return Optional.of(pause.compareTo(longestPause) > 0 ? longestPause : pause);
    }

    /** Which try of how many comes next, for people. */
    synchronized String progress() {
        return deaths.size() + " of " + tries;
    }
}
