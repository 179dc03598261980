package com.rebatesuite.inventory.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much operators can have booked at once.
 *
 * @param connections how many of the pool they may hold together
 * @param patience how long a request waits for its own
 */
@ConfigurationProperties("stock.operators")
record OperatorProperties(
        @DefaultValue("6") int connections,
        @DefaultValue("5s") Duration patience) {

    OperatorProperties {
        if (connections < OperatorBookings.MOST_OF_ONE || patience.isNegative()) {
            throw new IllegalArgumentException("stock.operators: " + connections + " connections, patience " + patience
                    + " (expected: at least " + OperatorBookings.MOST_OF_ONE + ", not negative)");
        }
    }
}
