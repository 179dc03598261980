package com.rebatesuite.inventory.notification.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Standard Webhooks has it: HMAC-SHA256 over id, timestamp and payload joined by dots, one for each secret. */
final class WebhookSignatures {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    private WebhookSignatures() {}

    /** The value of the header {@code webhook-signature}. */
    static String of(List<String> secrets, String id, String timestamp, byte[] payload) {
        return secrets.stream()
                .map(secret -> "v1," + sign(secret, id, timestamp, payload))
                .collect(Collectors.joining(" "));
    }

    private static String sign(String secret, String id, String timestamp, byte[] payload) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(payload));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
