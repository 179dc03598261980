package com.rebatesuite.rebate.simulation;

/** Nobody wants to know any more. */
public class SimulationStopped extends RuntimeException {

    public SimulationStopped() {
        super("the simulation was stopped");
    }
}
