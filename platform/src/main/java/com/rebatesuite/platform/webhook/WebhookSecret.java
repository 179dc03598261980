package com.rebatesuite.platform.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What sender and receiver share: {@code whsec_} and at least 24 bytes in base64. It never gets into a message. */
public final class WebhookSecret {

    static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;

    private final SecretKeySpec key;

    /** Reads a secret as it is written down. */
    public WebhookSecret(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("webhook secret: one without " + PREFIX);
        }
        var bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        if (bytes.length < MIN_BYTES) {
            throw new IllegalArgumentException(
                    "webhook secret: one of " + bytes.length + " bytes (expected: " + MIN_BYTES + " or more)");
        }
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The signature for the header: HMAC-SHA256 over id, timestamp (seconds since 1970) and payload, joined by dots. */
    public String sign(String id, String timestamp, byte[] payload) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(payload));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
