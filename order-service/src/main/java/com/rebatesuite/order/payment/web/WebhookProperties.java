package com.rebatesuite.order.payment.web;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the payment provider signs with: {@code whsec_} and base64, as Standard Webhooks has it. Several secrets are valid at
 * once while one replaces the other. A message may be {@code tolerance} old or early.
 */
@ConfigurationProperties("payment.webhook")
record WebhookProperties(
        List<String> secrets, @DefaultValue("5m") Duration tolerance) {

    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;

    WebhookProperties {
        if (secrets == null || secrets.isEmpty()) {
            throw new IllegalArgumentException("payment.webhook.secrets: none (expected: at least one)");
        }
        secrets = List.copyOf(secrets);
        secrets.forEach(WebhookProperties::key);
        if (!tolerance.isPositive()) {
            throw new IllegalArgumentException("payment.webhook.tolerance: " + tolerance + " (expected: > 0)");
        }
    }

    List<byte[]> keys() {
        return secrets.stream().map(WebhookProperties::key).toList();
    }

    // The secret itself never gets into a message.
    private static byte[] key(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("payment.webhook.secrets: one without " + PREFIX);
        }
        var key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        if (key.length < MIN_BYTES) {
            throw new IllegalArgumentException(
                    "payment.webhook.secrets: one of " + key.length + " bytes (expected: " + MIN_BYTES + " or more)");
        }
        return key;
    }
}
