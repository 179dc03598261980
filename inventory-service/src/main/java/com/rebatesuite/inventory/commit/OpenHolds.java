package com.rebatesuite.inventory.commit;

/** What one user holds without having paid for it. */
public record OpenHolds(long orders, long units) {

    /** Nothing. */
    public static final OpenHolds NONE = new OpenHolds(0, 0);

    OpenHolds plus(OpenHolds other) {
        return new OpenHolds(orders + other.orders, units + other.units);
    }

    OpenHolds minus(OpenHolds other) {
        return new OpenHolds(orders - other.orders, units - other.units);
    }
}
