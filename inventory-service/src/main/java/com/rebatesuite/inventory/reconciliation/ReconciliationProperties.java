package com.rebatesuite.inventory.reconciliation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How stock is compared.
 *
 * @param grace how long both sides of an order must have been at rest until a difference counts: longer than events
 *     usually take
 * @param lookBack how long goods that have left are compared with their order
 * @param mostOrders how many orders are compared in each direction
 * @param mostBreaks how many differences of orders one report has room for
 * @param within how long a comparison may take; one that has not ended after twice that is begun again
 * @param lookEvery how often requested comparisons are looked for
 * @param every how often everything is compared unasked; absent means never
 */
@ConfigurationProperties("reconciliation")
record ReconciliationProperties(
        @DefaultValue("60s") Duration grace,
        @DefaultValue("30d") Duration lookBack,
        @DefaultValue("100000") int mostOrders,
        @DefaultValue("1000") int mostBreaks,
        @DefaultValue("5m") Duration within,
        @DefaultValue("1s") Duration lookEvery,
        @Nullable Duration every) {

    ReconciliationProperties {
        atLeast("grace", 0, grace.toMillis());
        atLeast("look-back", 1, lookBack.toMillis());
        atLeast("most-orders", 1, mostOrders);
        atLeast("most-breaks", 1, mostBreaks);
        atLeast("within", 1, within.toMillis());
        atLeast("look-every", 1, lookEvery.toMillis());
        atLeast("every", 1, every == null ? 1 : every.toMillis());
    }

    private static void atLeast(String name, long least, long value) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "reconciliation." + name + ": " + value + " (expected: " + least + " or more)");
        }
    }
}
