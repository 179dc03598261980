package com.rebatesuite.analytics.cassandra;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the tables are.
 *
 * @param keyspace the keyspace of this service
 * @param createKeyspace whether to create it when it is missing (local runs)
 * @param retry how long to wait before preparing the keyspace is tried again
 */
@ConfigurationProperties("analytics.cassandra")
public record CassandraProperties(
        @DefaultValue("analytics") String keyspace,
        @DefaultValue("false") boolean createKeyspace,
        @DefaultValue("1s") Duration retry) {

    public CassandraProperties {
        if (!keyspace.matches("[a-z][a-z0-9_]{0,47}")) {
            throw new IllegalArgumentException("keyspace: " + keyspace + " (expected: [a-z][a-z0-9_]{0,47})");
        }
        if (!retry.isPositive()) {
            throw new IllegalArgumentException("retry: " + retry + " (expected: more than 0)");
        }
    }
}
