package com.rebatesuite.inventory.level;

/**
 * From where on a level is low, in units that are available.
 *
 * @param safetyStock kept for the unforeseen: what replenishment aims to have left when new goods come in
 * @param reorderPoint at this many or fewer it is low
 * @param hysteresis so many more it takes until it has recovered: a level that moves around the point is told of once
 */
public record Thresholds(long safetyStock, long reorderPoint, long hysteresis) {

    /** Nothing is said: a level is out at nothing, and never low. */
    public static final Thresholds NONE = new Thresholds(0, 0, 0);

    public Thresholds {
        if (safetyStock < 0 || reorderPoint < 0 || hysteresis < 0) {
            throw new IllegalArgumentException("thresholds: safety stock " + safetyStock + ", reorder point "
                    + reorderPoint + ", hysteresis " + hysteresis + " (expected: 0 or more)");
        }
    }
}
