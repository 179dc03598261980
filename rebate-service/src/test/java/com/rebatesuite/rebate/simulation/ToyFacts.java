package com.rebatesuite.rebate.simulation;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A past that is told at once, or when the test lets it. */
public final class ToyFacts implements RecordedFacts {

    private volatile List<Fact> facts = List.of();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    public void are(Fact... told) {
        facts = List.of(told);
    }

    public void hold() {
        gate = new CountDownLatch(1);
    }

    public void release() {
        gate.countDown();
    }

    @Override
    public void tell(Consumer<Fact> reader) {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            throw new SimulationStopped();
        }
        facts.forEach(reader);
    }
}
