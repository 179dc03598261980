package com.rebatesuite.platform.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the outbox is emptied.
 *
 * @param relay whether this instance relays at all
 * @param pollInterval how long to wait for a notification before looking anyway
 * @param batchSize rows of one bucket per turn
 * @param ackTimeout how long to wait for the broker to acknowledge a batch before giving it up for this turn
 * @param pause how long to wait after a failed turn
 * @param maxEvent the largest event; it must stay below what the broker takes, or it would block its key for ever
 */
@ConfigurationProperties("outbox")
record OutboxProperties(
        @DefaultValue("true") boolean relay,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("1000") int batchSize,
        @DefaultValue("20s") Duration ackTimeout,
        @DefaultValue("1s") Duration pause,
        @DefaultValue("900KB") DataSize maxEvent) {

    OutboxProperties {
        requireBetween("poll-interval", pollInterval, Duration.ofMillis(10), Duration.ofMinutes(1));
        requireBetween("ack-timeout", ackTimeout, Duration.ofMillis(100), Duration.ofMinutes(2));
        requireBetween("pause", pause, Duration.ofMillis(10), Duration.ofMinutes(1));
        if (batchSize < 1 || batchSize > 10_000) {
            throw new IllegalArgumentException("outbox.batch-size: " + batchSize + " (expected: 1..10000)");
        }
        if (maxEvent.toBytes() < 1
                || maxEvent.toBytes() > DataSize.ofKilobytes(1000).toBytes()) {
            throw new IllegalArgumentException("outbox.max-event: " + maxEvent + " (expected: 1B..1000KB)");
        }
    }

    private static void requireBetween(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "outbox." + name + ": " + value + " (expected: " + least + ".." + most + ")");
        }
    }
}
