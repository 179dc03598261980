package com.rebatesuite.rebate.simulation;

import java.time.Instant;
import java.util.Optional;

/** Simulations by id. Fails with {@link com.rebatesuite.rebate.store.StoreUnavailable} when they cannot be had. */
public interface Simulations {

    /** Writes how far a simulation has come; the highest revision stays. */
    void save(Simulation simulation);

    /** The simulation as it was last saved. */
    Optional<Simulation> find(String id);

    /** Notes that somebody wants it to stop, for the replica that runs it. */
    void askToStop(String id, String by, Instant at);

    /** Whether somebody wants it to stop. */
    boolean stopAsked(String id);
}
