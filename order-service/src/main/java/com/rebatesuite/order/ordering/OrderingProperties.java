package com.rebatesuite.order.ordering;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long an order may wait for what: for inventory's answer, for its payment, for a return. Overdue orders are looked
 * for every {@code sweepEvery}, {@code sweepBatch} in a transaction.
 */
@ConfigurationProperties("ordering")
public record OrderingProperties(
        @DefaultValue("24h") Duration answerWithin,
        @DefaultValue("15m") Duration payWithin,
        @DefaultValue("14d") Duration returnWindow,
        @DefaultValue("1s") Duration sweepEvery,
        @DefaultValue("200") int sweepBatch) {

    public OrderingProperties {
        requirePositive("answerWithin", answerWithin);
        requirePositive("payWithin", payWithin);
        requirePositive("returnWindow", returnWindow);
        requirePositive("sweepEvery", sweepEvery);
        if (sweepBatch < 1 || sweepBatch > 1000) {
            throw new IllegalArgumentException("sweepBatch: " + sweepBatch + " (expected: 1..1000)");
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + ": " + duration + " (expected: > 0)");
        }
    }
}
