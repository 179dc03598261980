package com.rebatesuite.analytics.sales;

/** What was sold and came back; money in minor units of one currency, which is known from the context. */
public record Totals(long orders, long unitsSold, long unitsReturned, long revenueMinor, long refundedMinor) {

    /** Nothing sold, nothing returned. */
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0);

    public Totals {
        if (orders < 0 || unitsSold < 0 || unitsReturned < 0) {
            throw new IllegalArgumentException("orders, unitsSold, unitsReturned: " + orders + ", " + unitsSold + ", "
                    + unitsReturned + " (expected: 0 or more)");
        }
    }

    /**
     * Both together.
     *
     * @throws ArithmeticException if a figure leaves the range of a long
     */
    public Totals plus(Totals other) {
        return new Totals(
                Math.addExact(orders, other.orders),
                Math.addExact(unitsSold, other.unitsSold),
                Math.addExact(unitsReturned, other.unitsReturned),
                Math.addExact(revenueMinor, other.revenueMinor),
                Math.addExact(refundedMinor, other.refundedMinor));
    }
}
