package com.rebatesuite.inventory.commit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How stock is decided.
 *
 * @param holdFor how long a hold lasts that nobody pays for
 * @param queue how many commands may wait
 * @param batch how many are decided under one lock
 * @param answerWithin how long a caller waits for its answer
 * @param sweepEvery how often holds that have run out are looked for
 * @param sweepBatch how many of them are ended in one go
 * @param holds how much may be held without being paid for
 */
@ConfigurationProperties("stock")
public record StockProperties(
        @DefaultValue("30m") Duration holdFor,
        @DefaultValue("10000") int queue,
        @DefaultValue("500") int batch,
        @DefaultValue("5s") Duration answerWithin,
        @DefaultValue("5s") Duration sweepEvery,
        @DefaultValue("500") int sweepBatch,
        @DefaultValue HoldLimits holds) {

    public StockProperties {
        positive("hold-for", holdFor.toMillis());
        positive("queue", queue);
        positive("batch", batch);
        positive("answer-within", answerWithin.toMillis());
        positive("sweep-every", sweepEvery.toMillis());
        positive("sweep-batch", sweepBatch);
    }

    private static void positive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("stock." + name + ": " + value + " (expected: more than nothing)");
        }
    }
}
