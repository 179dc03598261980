package com.rebatesuite.rebate.simulation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of simulations on one replica, which runs one at a time.
 *
 * @param waiting how many may wait for their turn
 * @param mostOrders how many orders of the period are kept in memory
 * @param mostShoppers of how many shoppers is kept in memory what the rules have to know
 * @param beat how often a simulation says that it goes on, and looks whether somebody wants it to stop
 * @param abandonedAfter how long nothing may be heard of it before it counts as abandoned
 * @param patience how long the log may give nothing though there is more
 */
@ConfigurationProperties("simulation")
public record SimulationProperties(
        @DefaultValue("4") int waiting,
        @DefaultValue("500000") int mostOrders,
        @DefaultValue("500000") int mostShoppers,
        @DefaultValue("2s") Duration beat,
        @DefaultValue("30s") Duration abandonedAfter,
        @DefaultValue("30s") Duration patience) {

    public SimulationProperties {
        if (waiting < 1 || mostOrders < 1 || mostShoppers < 1) {
            throw new IllegalArgumentException(
                    "simulation: waiting %d, most-orders %d, most-shoppers %d (expected: >= 1)"
                            .formatted(waiting, mostOrders, mostShoppers));
        }
        if (!beat.isPositive() || !patience.isPositive()) {
            throw new IllegalArgumentException(
                    "simulation: beat %s, patience %s (expected: above zero)".formatted(beat, patience));
        }
        // A beat may be lost, and clocks of replicas are not quite equal.
        if (abandonedAfter.compareTo(beat.multipliedBy(3)) < 0) {
            throw new IllegalArgumentException("simulation.abandoned-after: %s (expected: at least three beats of %s)"
                    .formatted(abandonedAfter, beat));
        }
    }
}
