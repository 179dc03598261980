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
}
