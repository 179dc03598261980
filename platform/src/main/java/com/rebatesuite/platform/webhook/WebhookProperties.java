package com.rebatesuite.platform.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a sender signs with, as a part of the receiver's own settings. Several secrets are valid at once while one replaces
 * the other. A message may be {@code tolerance} old or early.
 */
public record WebhookProperties(
        @DefaultValue List<String> secrets,
        @DefaultValue("5m") Duration tolerance) {

    public WebhookProperties {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("webhook.secrets: none (expected: at least one)");
        }
        secrets = List.copyOf(secrets);
        secrets.forEach(WebhookSecret::new);
        if (!tolerance.isPositive()) {
            throw new IllegalArgumentException("webhook.tolerance: " + tolerance + " (expected: > 0)");
        }
    }

    /** The check that they stand for. */
    public WebhookSignature signature(Clock clock) {
        return new WebhookSignature(secrets.stream().map(WebhookSecret::new).toList(), tolerance, clock);
    }
}
