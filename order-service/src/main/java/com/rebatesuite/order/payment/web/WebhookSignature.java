package com.rebatesuite.order.payment.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks signatures as Standard Webhooks has them: HMAC-SHA256 over id, timestamp and payload, joined by dots. */
class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1,";

    private final List<byte[]> keys;
    private final Duration tolerance;
    private final Clock clock;

    WebhookSignature(WebhookProperties properties, Clock clock) {
        this.keys = properties.keys();
        this.tolerance = properties.tolerance();
        this.clock = clock;
    }

    /**
     * Passes if any of the signatures was made with any of our secrets, now.
     *
     * @throws BadSignature if not
     */
    void check(String id, String timestamp, String signatures, byte[] payload) {
        requireRecent(timestamp);
        var signed = Arrays.stream(signatures.split(" "))
                .filter(signature -> signature.startsWith(VERSION))
                .map(signature -> signature.substring(VERSION.length()).getBytes(UTF_8))
                .toList();
        var genuine = keys.stream()
                .map(key -> sign(key, id, timestamp, payload).getBytes(UTF_8))
                .anyMatch(expected -> signed.stream().anyMatch(given -> MessageDigest.isEqual(expected, given)));
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

    static String sign(byte[] key, String id, String timestamp, byte[] payload) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            var content = new ByteArrayOutputStream();
            content.writeBytes((id + "." + timestamp + ".").getBytes(UTF_8));
            content.writeBytes(payload);
            return Base64.getEncoder().encodeToString(mac.doFinal(content.toByteArray()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
