package com.rebatesuite.analytics.cassandra;

import com.datastax.oss.driver.api.core.DriverException;

/** The keyspace has not been prepared yet since this service started. */
public class CassandraNotReady extends DriverException {

    CassandraNotReady(String message) {
        super(message, null, null, true);
    }

    @Override
    public DriverException copy() {
        return new CassandraNotReady(String.valueOf(getMessage()));
    }
}
