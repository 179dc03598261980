package com.rebatesuite.rebate.store;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach Cassandra.
 *
 * @param contactPoints host:port of some nodes
 * @param createKeyspace whether a missing keyspace is made, with one replica; for laptops
 * @param consistency of reads and writes
 * @param requestTimeout after which a request has failed
 * @param reconnect pause between attempts to connect at start
 */
@ConfigurationProperties("store")
public record StoreProperties(
        @DefaultValue("localhost:19042") List<String> contactPoints,
        @DefaultValue("datacenter1") String datacenter,
        @DefaultValue("rebate") String keyspace,
        @DefaultValue("false") boolean createKeyspace,
        @DefaultValue("LOCAL_QUORUM") String consistency,
        @DefaultValue("2s") Duration requestTimeout,
        @DefaultValue("1s") Duration reconnect) {

    public StoreProperties {
        if (contactPoints.isEmpty()) {
            throw new IllegalArgumentException("store.contact-points: none (expected: at least 1)");
        }
        if (!keyspace.matches("[a-z][a-z0-9_]{0,47}")) {
            throw new IllegalArgumentException(
                    "store.keyspace: " + keyspace + " (expected: [a-z][a-z0-9_]{0,47}, it becomes part of statements)");
        }
        contactPoints = List.copyOf(contactPoints);
    }
}
