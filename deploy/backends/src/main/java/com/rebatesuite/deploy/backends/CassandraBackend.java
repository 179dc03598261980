package com.rebatesuite.deploy.backends;

/** A Cassandra node in the data centre {@code datacenter1}, without a password. */
public interface CassandraBackend extends Backend {

    /** Where drivers find the node, {@code host:port}. */
    String contactPoint();
}
