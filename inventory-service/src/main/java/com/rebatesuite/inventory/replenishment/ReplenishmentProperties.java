package com.rebatesuite.inventory.replenishment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How stock is refilled.
 *
 * @param overReceiptPercent how much more than ordered a supplier may deliver
 * @param forecastMaxAge forecasts that are older are not used
 * @param sweepEvery how often a batch of rules is looked at without anybody asking
 * @param sweepBatch how many of them in one go
 * @param receiptsAfter receipts that wait longer for their mark are finished by the sweeper
 * @param receiptsBatch how many of them in one go
 */
@ConfigurationProperties("replenishment")
public record ReplenishmentProperties(
        @DefaultValue("10") int overReceiptPercent,
        @DefaultValue("48h") Duration forecastMaxAge,
        @DefaultValue("10s") Duration sweepEvery,
        @DefaultValue("1000") int sweepBatch,
        @DefaultValue("10s") Duration receiptsAfter,
        @DefaultValue("100") int receiptsBatch) {

    public ReplenishmentProperties {
        within("over-receipt-percent", overReceiptPercent, 0, 100);
        within(
                "forecast-max-age",
                forecastMaxAge.toSeconds(),
                1,
                Duration.ofDays(366).toSeconds());
        within("sweep-every", sweepEvery.toMillis(), 1, Duration.ofDays(1).toMillis());
        within("sweep-batch", sweepBatch, 1, 10_000);
        within("receipts-after", receiptsAfter.toMillis(), 1, Duration.ofDays(1).toMillis());
        within("receipts-batch", receiptsBatch, 1, 10_000);
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "replenishment." + name + ": " + value + " (expected: " + least + ".." + most + ")");
        }
    }
}
