package com.rebatesuite.inventory.notification;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told.
 *
 * @param allowPrivateTargets whether webhooks may go to this machine and its network, and without TLS: for a laptop
 * @param mailFrom who writes the mails
 * @param perMinute how many messages a channel gets in a minute; what is more waits
 * @param digest how many notices fit into one mail
 * @param attempts how often a message is tried
 * @param firstRetry how long to wait after the first attempt, twice as long after each other one, less up to a half
 * @param lastRetry but never longer than this
 * @param lease how long a message is kept from others while it is being sent
 * @param atOnce how many messages a replica sends at a time
 * @param secretOverlap how long the secret before the present one signs as well
 */
@ConfigurationProperties("stock.alerts")
public record NotificationProperties(
        @DefaultValue("false") boolean allowPrivateTargets,
        @DefaultValue("stock-alerts@localhost") String mailFrom,
        @DefaultValue("10") int perMinute,
        @DefaultValue("50") int digest,
        @DefaultValue("12") int attempts,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("1h") Duration lastRetry,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("8") int atOnce,
        @DefaultValue("24h") Duration secretOverlap) {

    /** Whatever takes longer has not arrived. */
    public static final Duration LONGEST_SEND = Duration.ofSeconds(20);

    public NotificationProperties {
        positive("per-minute", perMinute);
        positive("digest", digest);
        positive("attempts", attempts);
        positive("first-retry", firstRetry.toMillis());
        positive("last-retry", lastRetry.toMillis());
        positive("at-once", atOnce);
        if (lease.compareTo(LONGEST_SEND) <= 0) {
            throw new IllegalArgumentException("stock.alerts.lease: " + lease + " (expected: > " + LONGEST_SEND + ")");
        }
        if (secretOverlap.isNegative()) {
            throw new IllegalArgumentException(
                    "stock.alerts.secret-overlap: " + secretOverlap + " (expected: 0 or more)");
        }
    }

    /** When to try again what has failed so often; {@code chance} from 0 to 1 keeps those that fail together apart. */
    Instant retryAt(Instant now, int attempt, double chance) {
        double full = firstRetry.toMillis() * Math.pow(2, attempt - 1.0);
        return now.plusMillis((long) (Math.min(full, (double) lastRetry.toMillis()) * (1 - chance / 2)));
    }

    private static void positive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("stock.alerts." + name + ": " + value + " (expected: 1 or more)");
        }
    }
}
