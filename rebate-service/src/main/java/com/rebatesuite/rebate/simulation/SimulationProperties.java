package com.rebatesuite.rebate.simulation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of simulations on one replica, which runs one at a time.
 *
 * @param waiting how many may wait for their turn
 * @param mostOrders how many orders of the period are kept in memory
 */
@ConfigurationProperties("simulation")
public record SimulationProperties(
        @DefaultValue("4") int waiting,
        @DefaultValue("500000") int mostOrders) {

    public SimulationProperties {
        if (waiting < 1 || mostOrders < 1) {
            throw new IllegalArgumentException(
                    "simulation: waiting %d, most-orders %d (expected: >= 1)".formatted(waiting, mostOrders));
        }
    }
}
