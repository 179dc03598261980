package com.rebatesuite.inventory.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How alerts are kept awake and kept.
 *
 * @param remindEvery how long an open alert is left alone before people are reminded of it
 * @param reminders how often at most
 * @param keep how long a cleared alert can still be read; longer than the topic it is made of, or a replay would raise it anew
 */
@ConfigurationProperties("stock.alerts")
record AlertProperties(
        @DefaultValue("4h") Duration remindEvery,
        @DefaultValue("6") int reminders,
        @DefaultValue("400d") Duration keep) {

    private static final Duration KEPT_IN_TOPIC = Duration.ofDays(7);

    AlertProperties {
        if (!remindEvery.isPositive()) {
            throw new IllegalArgumentException("stock.alerts.remind-every: " + remindEvery + " (expected: > 0)");
        }
        if (reminders < 0) {
            throw new IllegalArgumentException("stock.alerts.reminders: " + reminders + " (expected: 0 or more)");
        }
        if (keep.compareTo(KEPT_IN_TOPIC) <= 0) {
            throw new IllegalArgumentException("stock.alerts.keep: " + keep + " (expected: > " + KEPT_IN_TOPIC + ")");
        }
    }
}
