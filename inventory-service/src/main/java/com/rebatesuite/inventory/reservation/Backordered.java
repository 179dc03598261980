package com.rebatesuite.inventory.reservation;

/**
 * Units that are promised and still to come.
 *
 * @param turn which promise for the product it was: the first is served first
 */
public record Backordered(String sku, long quantity, long turn) {

    public Backordered {
        if (quantity < 1) {
            throw new IllegalArgumentException("backordered of " + sku + ": " + quantity + " (expected: 1 or more)");
        }
    }

    /** As many units, with the same turn. */
    public Backordered of(long units) {
        return new Backordered(sku, units, turn);
    }
}
