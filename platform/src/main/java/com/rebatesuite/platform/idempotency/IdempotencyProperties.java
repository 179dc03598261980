package com.rebatesuite.platform.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** How long first answers are kept, how often old ones are forgotten, and how large a request may be. */
@ConfigurationProperties("idempotency")
record IdempotencyProperties(
        @DefaultValue("48h") Duration retention,
        @DefaultValue("5m") Duration tidyInterval,
        @DefaultValue("5000") int tidyBatch,
        @DefaultValue("5MB") DataSize maxBody) {

    IdempotencyProperties {
        // A client may repeat a request for a day: sooner forgotten is done twice.
        if (retention.compareTo(Duration.ofHours(24)) < 0) {
            throw new IllegalArgumentException("idempotency.retention: " + retention + " (expected: 24h or more)");
        }
        if (tidyInterval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "idempotency.tidy-interval: " + tidyInterval + " (expected: 1s or more)");
        }
        if (tidyBatch < 1) {
            throw new IllegalArgumentException("idempotency.tidy-batch: " + tidyBatch + " (expected: 1 or more)");
        }
        if (maxBody.toBytes() < 1 || maxBody.toMegabytes() > 64) {
            throw new IllegalArgumentException("idempotency.max-body: " + maxBody + " (expected: 1B..64MB)");
        }
    }
}
