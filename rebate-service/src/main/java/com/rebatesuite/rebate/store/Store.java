package com.rebatesuite.rebate.store;

import com.datastax.oss.driver.api.core.CqlSession;

/** A session to Cassandra with all migrations applied, once there is one. */
public interface Store {

    /**
     * The session.
     *
     * @throws StoreUnavailable before the first connection; later the driver itself keeps connecting
     */
    CqlSession session();

    /** Whether there has been a first connection. */
    boolean connected();

    /** Makes the tables of another generation of the views, if they are not there. */
    void makeTables(int generation);

    /** Drops the tables of a generation, if they are there. */
    void dropTables(int generation);

    /** What the names of a generation's tables end with: nothing for the first, {@code _2} for the second. */
    static String suffix(int generation) {
        if (generation < 1) {
            throw new IllegalArgumentException("generation: " + generation + " (expected: >= 1)");
        }
        return generation == 1 ? "" : "_" + generation;
    }
}
