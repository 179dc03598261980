package com.rebatesuite.platform.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Checks that a message was signed with one of our secrets, and now. */
public final class WebhookSignature {

    private final List<WebhookSecret> secrets;
    private final Duration tolerance;
    private final Clock clock;

    WebhookSignature(List<WebhookSecret> secrets, Duration tolerance, Clock clock) {
        this.secrets = List.copyOf(secrets);
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /**
     * Passes if any of the signatures (separated by blanks) was made with any of our secrets, now.
     *
     * @throws BadSignature if not
     */
    public void check(String id, String timestamp, String signatures, byte[] payload) {
        requireRecent(timestamp);
        var given = Arrays.stream(signatures.split(" "))
                .filter(signature -> signature.startsWith(WebhookSecret.VERSION))
                .map(signature -> signature.getBytes(UTF_8))
                .toList();
        var genuine = secrets.stream()
                .map(secret -> secret.sign(id, timestamp, payload).getBytes(UTF_8))
                .anyMatch(expected -> given.stream().anyMatch(one -> MessageDigest.isEqual(expected, one)));
        if (!genuine) {
            throw new BadSignature("webhook-signature: none of ours");
        }
    }

    private void requireRecent(String timestamp) {
        var now = clock.instant();
        var sent = instant(timestamp);
        if (Duration.between(sent, now).abs().compareTo(tolerance) > 0) {
            throw new BadSignature("webhook-timestamp: " + timestamp + " (expected: within " + tolerance + " of "
                    + now.getEpochSecond() + ")");
        }
    }

    private static Instant instant(String timestamp) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(timestamp));
        } catch (NumberFormatException | DateTimeException unreadable) {
            throw new BadSignature("webhook-timestamp: " + timestamp + " (expected: seconds since 1970)");
        }
    }
}
