package com.rebatesuite.inventory.commit;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be held without being paid for.
 *
 * @param atMost how long a hold can be extended, counted from its beginning
 * @param ordersPerUser how many orders one user may hold at a time
 * @param unitsPerUser how many units of anything in them
 */
public record HoldLimits(
        @DefaultValue("24h") Duration atMost,
        @DefaultValue("20") int ordersPerUser,
        @DefaultValue("200") long unitsPerUser) {

    public HoldLimits {
        if (!atMost.isPositive() || ordersPerUser < 1 || unitsPerUser < 1) {
            throw new IllegalArgumentException("stock.holds: " + atMost + ", " + ordersPerUser + ", " + unitsPerUser
                    + " (expected: more than nothing)");
        }
    }

    boolean allow(OpenHolds holds) {
        return holds.orders() <= ordersPerUser && holds.units() <= unitsPerUser;
    }
}
