package com.rebatesuite.analytics.sales;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the windows do at a time.
 *
 * @param publishEvery how often changed windows are published
 * @param windowsPerTurn how many windows one turn publishes, calls final or removes at most
 * @param changedWindows how many changed windows may wait; more are published at once
 * @param rememberOrders how long a counted order event is remembered after it came, to know its repeat
 * @param ordersPerTurn how many remembered orders one turn looks at
 */
@ConfigurationProperties("sales.limits")
public record SalesLimits(
        @DefaultValue("500ms") Duration publishEvery,
        @DefaultValue("20000") int windowsPerTurn,
        @DefaultValue("50000") int changedWindows,
        @DefaultValue("24h") Duration rememberOrders,
        @DefaultValue("10000") int ordersPerTurn) {

    public SalesLimits {
        if (publishEvery.toMillis() < 10 || publishEvery.toMillis() > 1000) {
            throw new IllegalArgumentException("publishEvery: " + publishEvery + " (expected: 10ms..1s)");
        }
        if (windowsPerTurn < 1 || changedWindows < 1 || ordersPerTurn < 1) {
            throw new IllegalArgumentException("windowsPerTurn, changedWindows, ordersPerTurn: " + windowsPerTurn + ", "
                    + changedWindows + ", " + ordersPerTurn + " (expected: 1 or more)");
        }
        if (rememberOrders.compareTo(Duration.ofHours(24)) < 0) {
            throw new IllegalArgumentException("rememberOrders: " + rememberOrders + " (expected: 24h or more)");
        }
    }
}
