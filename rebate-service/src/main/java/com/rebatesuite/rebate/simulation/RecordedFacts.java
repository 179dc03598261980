package com.rebatesuite.rebate.simulation;

import java.util.function.Consumer;

/** The recorded past. */
public interface RecordedFacts {

    /**
     * Tells all facts up to now: those about orders first, those of one order in their order, then what was booked.
     *
     * @throws FactsUnavailable when the log cannot be read
     * @throws SimulationStopped when the thread was interrupted
     */
    void tell(Consumer<Fact> reader);
}
