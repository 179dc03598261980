package com.rebatesuite.inventory.reservation;

/**
 * How much of a product may be promised before it is there.
 *
 * @param limit set by operators; may lie below what is promised already, which stays promised
 * @param promised the sum of what reservations wait for
 * @param turns how many promises there were
 * @param version counts what operators have set
 */
public record Backorder(String sku, long limit, long promised, long turns, long version) {

    public Backorder {
        if (limit < 0 || promised < 0) {
            throw new IllegalArgumentException(
                    "backorder of " + sku + ": limit " + limit + ", promised " + promised + " (expected: 0 or more)");
        }
    }

    /** Nothing of it is ever promised before it is there. */
    public static Backorder none(String sku) {
        return new Backorder(sku, 0, 0, 0, 0);
    }

    /** Units that can still be promised. */
    public long room() {
        return Math.max(0, limit - promised);
    }

    /** After one more promise, which has the turn {@link #turns()}. */
    public Backorder promise(long units) {
        return new Backorder(sku, limit, Math.addExact(promised, units), turns + 1, version);
    }

    /** After so many units have come, or are waited for no longer. */
    public Backorder settle(long units) {
        return new Backorder(sku, limit, promised - units, turns, version);
    }
}
