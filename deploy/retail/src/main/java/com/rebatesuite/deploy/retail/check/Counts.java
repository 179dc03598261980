package com.rebatesuite.deploy.retail.check;

/**
 * What is counted of orders, either as the file lets us expect it or as the services say.
 *
 * @param amountMinor pence sold
 * @param refused orders that did not leave the house
 * @param earnedMinor pence of rebate estimated
 * @param reversedMinor pence of rebate taken back
 * @param shippedOut units that left the stock
 * @param restocked units that came back into it
 */
record Counts(
        long orders,
        long lines,
        long units,
        long amountMinor,
        long refused,
        long returns,
        long unitsReturned,
        long earnedMinor,
        long reversedMinor,
        long shippedOut,
        long restocked) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    Counts plus(Counts other) {
        return new Counts(
                orders + other.orders,
                lines + other.lines,
                units + other.units,
                Math.addExact(amountMinor, other.amountMinor),
                refused + other.refused,
                returns + other.returns,
                unitsReturned + other.unitsReturned,
                Math.addExact(earnedMinor, other.earnedMinor),
                Math.addExact(reversedMinor, other.reversedMinor),
                Math.addExact(shippedOut, other.shippedOut),
                Math.addExact(restocked, other.restocked));
    }
}
