package com.rebatesuite.inventory.level;

/** One product at one place. Ordered, so that everybody locks levels in the same order. */
public record LevelKey(String sku, String location) implements Comparable<LevelKey> {

    /** Where goods are when nobody says otherwise. */
    public static final String MAIN = "main";

    public LevelKey {
        if (sku.isBlank() || location.isBlank()) {
            throw new IllegalArgumentException("level: '" + sku + "' at '" + location + "' (expected: both named)");
        }
    }

    /** The product at the main location. */
    public static LevelKey main(String sku) {
        return new LevelKey(sku, MAIN);
    }

    @Override
    public int compareTo(LevelKey other) {
        int bySku = sku.compareTo(other.sku);
        return bySku != 0 ? bySku : location.compareTo(other.location);
    }
}
