package com.rebatesuite.rebate.simulation;

/** The period has more orders than can be tried at once. */
public class TooManyOrders extends RuntimeException {

    TooManyOrders(int most) {
        super("the period has more than " + most + " orders (expected: a shorter period)");
    }
}
