package com.rebatesuite.platform.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often and how fast a record is tried again.
 *
 * @param attempts tries of a record whose handling fails for no reason we know, before it is a dead letter
 * @param firstPause between the first tries; doubles up to {@code maxPause}
 * @param maxPause the longest pause, also while a store is away (which is waited for without end)
 */
@ConfigurationProperties("messaging.retry")
record RetryProperties(
        @DefaultValue("5") int attempts,
        @DefaultValue("200ms") Duration firstPause,
        @DefaultValue("5s") Duration maxPause) {

    RetryProperties {
        if (attempts < 1 || attempts > 100) {
            throw new IllegalArgumentException("messaging.retry.attempts: " + attempts + " (expected: 1..100)");
        }
        if (firstPause.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "messaging.retry.first-pause: " + firstPause + " (expected: 1ms or more)");
        }
        // A paused consumer still polls, but a listener that blocks longer than the poll interval is thrown out.
        if (maxPause.compareTo(firstPause) < 0 || maxPause.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException(
                    "messaging.retry.max-pause: " + maxPause + " (expected: " + firstPause + "..1m)");
        }
    }
}
