package com.rebatesuite.rebate.simulation;

/** Too many simulations wait on this replica already. */
public class TooManySimulations extends RuntimeException {

    TooManySimulations(int waiting) {
        super("at most " + waiting + " simulations wait at once");
    }
}
