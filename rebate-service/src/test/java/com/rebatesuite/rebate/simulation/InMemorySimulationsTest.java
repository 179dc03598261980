package com.rebatesuite.rebate.simulation;

class InMemorySimulationsTest extends SimulationsContract {

    private final Simulations simulations = new InMemorySimulations();

    @Override
    protected Simulations simulations() {
        return simulations;
    }
}
