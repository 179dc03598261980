package com.rebatesuite.rebate.simulation;

import java.util.function.Consumer;

/** The recorded past. */
public interface RecordedFacts {

    /**
     * Tells all facts up to now: first those about orders, coupons and claims in the order in which they were recorded, then
     * what was booked.
     *
     * @throws FactsUnavailable when the log cannot be read
     * @throws SimulationStopped when the thread was interrupted
     */
    void tell(Consumer<Fact> reader);
}
