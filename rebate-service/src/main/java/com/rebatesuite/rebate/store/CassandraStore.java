package com.rebatesuite.rebate.store;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Connects and migrates in the background, again and again until it has worked once. */
@Component
class CassandraStore implements Store, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CassandraStore.class);

    /** Of each session and node what tells of trouble; the driver has many more. */
    private static final List<String> SESSION_METRICS =
            List.of("bytes-sent", "bytes-received", "connected-nodes", "cql-requests", "cql-client-timeouts");

    private static final List<String> NODE_METRICS = List.of(
            "pool.open-connections",
            "pool.in-flight",
            "errors.request.unsent",
            "errors.request.aborted",
            "errors.request.write-timeouts",
            "errors.request.read-timeouts",
            "errors.request.unavailables",
            "retries.total",
            "errors.connection.init");

    private final StoreProperties properties;
    private final MeterRegistry meters;
    private volatile @Nullable CqlSession session;
    private volatile @Nullable Thread connecting;

    CassandraStore(StoreProperties properties, MeterRegistry meters) {
        this.properties = properties;
        this.meters = meters;
    }

    @Override
    public CqlSession session() {
        var current = session;
        if (current == null) {
            throw new StoreUnavailable("Cassandra was not reached yet");
        }
        return current;
    }

    @Override
    public boolean connected() {
        return session != null;
    }

    @Override
    public void makeTables(int generation) {
        var current = session();
        withoutSchemaMetadata(current, () -> new Migrations(current).makeTables(generation));
    }

    @Override
    public void dropTables(int generation) {
        var current = session();
        withoutSchemaMetadata(current, () -> new Migrations(current).dropTables(generation));
    }

    @Override
    public void start() {
        connecting = Thread.ofVirtual().name("cassandra-connect").start(this::connectUntilItWorks);
    }

    @Override
    public void stop() {
        var thread = connecting;
        connecting = null;
        if (thread != null) {
            thread.interrupt();
        }
        var current = session;
        session = null;
        if (current != null) {
            current.close();
        }
    }

    @Override
    public boolean isRunning() {
        return connecting != null;
    }

    /** Before the consumers, and stopped after them. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 100;
    }

    private void connectUntilItWorks() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                session = connect();
                LOG.info("Cassandra reached, keyspace {} is up to date", properties.keyspace());
                return;
            } catch (RuntimeException failed) {
                LOG.warn("Cassandra not usable yet, trying again: {}", failed.toString());
            }
            try {
                Thread.sleep(properties.reconnect());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private CqlSession connect() {
        if (properties.createKeyspace()) {
            try (var bootstrap = builder().build()) {
                withoutSchemaMetadata(
                        bootstrap,
                        () -> bootstrap.execute("CREATE KEYSPACE IF NOT EXISTS " + properties.keyspace()
                                + " WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}"));
            }
        }
        var connected = builder()
                .withKeyspace(properties.keyspace())
                .withMetricRegistry(meters)
                .build();
        try {
            withoutSchemaMetadata(connected, () -> new Migrations(connected).run());
            return connected;
        } catch (RuntimeException failed) {
            connected.close();
            throw failed;
        }
    }

    /** The driver would read the schema again after each statement, and only a second later: twenty for twenty tables. */
    private static void withoutSchemaMetadata(CqlSession session, Runnable change) {
        session.setSchemaMetadataEnabled(false);
        try {
            change.run();
        } finally {
            session.setSchemaMetadataEnabled(null);
        }
    }

    private CqlSessionBuilder builder() {
        return CqlSession.builder()
                .addContactPoints(properties.contactPoints().stream()
                        .map(CassandraStore::address)
                        .toList())
                .withLocalDatacenter(properties.datacenter())
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, properties.requestTimeout())
                        .withString(DefaultDriverOption.REQUEST_CONSISTENCY, properties.consistency())
                        .withDuration(DefaultDriverOption.CONNECTION_CONNECT_TIMEOUT, Duration.ofSeconds(5))
                        .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, Duration.ofSeconds(5))
                        .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, Duration.ofSeconds(5))
                        // A node that was away is found again soon, and not after the driver's usual minute.
                        .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, Duration.ofMillis(500))
                        .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, Duration.ofSeconds(5))
                        .withString(DefaultDriverOption.SESSION_NAME, "rebate")
                        .withString(DefaultDriverOption.METRICS_FACTORY_CLASS, "MicrometerMetricsFactory")
                        // Labels instead of names that hold the node's address.
                        .withString(DefaultDriverOption.METRICS_ID_GENERATOR_CLASS, "TaggingMetricIdGenerator")
                        .withString(DefaultDriverOption.METRICS_ID_GENERATOR_PREFIX, "cassandra")
                        .withStringList(DefaultDriverOption.METRICS_SESSION_ENABLED, SESSION_METRICS)
                        .withStringList(DefaultDriverOption.METRICS_NODE_ENABLED, NODE_METRICS)
                        .withInt(DefaultDriverOption.NETTY_IO_SIZE, 2)
                        .withInt(DefaultDriverOption.NETTY_ADMIN_SIZE, 1)
                        .build());
    }

    private static InetSocketAddress address(String contactPoint) {
        int colon = contactPoint.lastIndexOf(':');
        return new InetSocketAddress(
                contactPoint.substring(0, colon), Integer.parseInt(contactPoint.substring(colon + 1)));
    }
}
