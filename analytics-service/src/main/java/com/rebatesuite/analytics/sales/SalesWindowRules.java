package com.rebatesuite.analytics.sales;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a minute is final and when a sale is too late.
 *
 * @param grace how far stream time runs past the end of a minute before it is final
 * @param idle after so long without a record, wall-clock time minus this stands in for stream time
 * @param retention how long after its end, by stream time, a minute can still be corrected
 * @param settle stream time counts towards {@code retention} only after it has stood for so long by the wall clock: a
 *     replay that runs through months in seconds, a little unevenly per partition, is not late by that
 */
@ConfigurationProperties("sales.windows")
public record SalesWindowRules(
        @DefaultValue("10s") Duration grace,
        @DefaultValue("30s") Duration idle,
        @DefaultValue("24h") Duration retention,
        @DefaultValue("1m") Duration settle) {

    public SalesWindowRules {
        atLeast("grace", grace, Duration.ZERO);
        atLeast("idle", idle, Duration.ofSeconds(1));
        atLeast("retention", retention, grace.plus(MinuteKey.LENGTH));
        atLeast("settle", settle, Duration.ZERO);
    }

    private static void atLeast(String name, Duration value, Duration minimum) {
        if (value.compareTo(minimum) < 0) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + minimum + " or more)");
        }
    }
}
