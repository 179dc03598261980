package com.rebatesuite.inventory.reservation;

import java.util.List;

/**
 * What is asked for an order.
 *
 * @param demands summed by product; empty when the order ended before anybody asked
 * @param exempt whether it does not count against the quota of its user, as partners' orders do not
 */
public record Asked(String userId, List<Demand> demands, StockPolicy policy, boolean exempt) {

    public Asked {
        demands = Demand.summed(demands);
    }

    /** Goods to be held for a shopper. */
    public Asked(String userId, List<Demand> demands) {
        this(userId, demands, StockPolicy.HOLD, false);
    }

    /** An order of which nothing is known but that it has ended. */
    public static Asked nothing(String userId) {
        return new Asked(userId, List.of());
    }

    /** Whether this was the answer to the same question. An order that ended before anybody asked contradicts nobody. */
    public boolean isAskedBy(Asked other) {
        return demands.isEmpty() || (userId.equals(other.userId) && demands.equals(other.demands));
    }

    /** How many units that is. */
    public long units() {
        return demands.stream().mapToLong(Demand::quantity).reduce(0, Math::addExact);
    }

    /** The products, each once. */
    public List<String> skus() {
        return demands.stream().map(Demand::sku).distinct().toList();
    }
}
