package com.rebatesuite.gateway.limit;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The bounds on what one caller may send.
 *
 * @param maxBody what a request may weigh where the route's metadata {@code max-body} does not say otherwise
 * @param stall how long a begun request or a begun answer may pause
 * @param rates by door, the first segment of the path: every door has one
 */
@ConfigurationProperties("gateway.limits")
record LimitProperties(DataSize maxBody, Duration stall, Map<String, Rate> rates) {

    LimitProperties {
        if (maxBody.toBytes() < 1) {
            throw new IllegalArgumentException("max-body: " + maxBody + " (expected: at least 1B)");
        }
        if (stall.isZero() || stall.isNegative()) {
            throw new IllegalArgumentException("stall: " + stall + " (expected: more than nothing)");
        }
        rates = Map.copyOf(rates);
    }
}
