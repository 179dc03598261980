package com.rebatesuite.deploy.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the payment provider does: Standard Webhooks, HMAC-SHA256 over id, timestamp and body. */
record Webhook(String secret) {

    Map<String, String> headers(String id, Instant now, String body) {
        var timestamp = Long.toString(now.getEpochSecond());
        var signature = Base64.getEncoder().encodeToString(mac((id + "." + timestamp + "." + body).getBytes(UTF_8)));
        return Map.of("webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", "v1," + signature);
    }

    private byte[] mac(byte[] signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }
}
