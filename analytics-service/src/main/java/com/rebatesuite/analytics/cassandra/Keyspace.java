package com.rebatesuite.analytics.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.DriverException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The one session of this service. It is opened in the background, as soon as Cassandra is there: windows and the
 * collector work without it.
 */
@Component
public class Keyspace implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Keyspace.class);

    private final CqlSessionBuilder builder;
    private final CassandraProperties properties;

    private volatile @Nullable CqlSession session;
    private volatile @Nullable Thread opening;
    private volatile String state = "not started";

    Keyspace(CqlSessionBuilder builder, CassandraProperties properties) {
        this.builder = builder;
        this.properties = properties;
    }

    /**
     * The session, its tables migrated.
     *
     * @throws CassandraNotReady if there is none yet
     */
    public CqlSession session() {
        var opened = session;
        if (opened == null) {
            throw new CassandraNotReady("keyspace " + properties.keyspace() + ": " + state);
        }
        return opened;
    }

    /** The full name of a table. */
    public String table(String name) {
        return properties.keyspace() + "." + name;
    }

    /** Whether the session has been opened since the start; what happens later shows in the answers. */
    public boolean isReady() {
        return session != null;
    }

    /** What it is doing, for whoever looks at the health of the service. */
    public String state() {
        return state;
    }

    @Override
    public void start() {
        opening = Thread.ofVirtual().name("cassandra-opening").start(this::open);
    }

    private void open() {
        while (!Thread.currentThread().isInterrupted() && session == null) {
            state = "connecting";
            tryToOpen();
        }
    }

    private void tryToOpen() {
        CqlSession opened = null;
        try {
            opened = builder.build();
            state = "migrating";
            new CassandraMigrations(opened, properties).run();
            session = opened;
            state = "ready";
            LOG.info("Keyspace {} is ready", properties.keyspace());
        } catch (DriverException | IllegalStateException failed) {
            close(opened);
            state = "failed: " + failed.getMessage();
            LOG.warn("Keyspace {} is not ready, next try in {}: {}", properties.keyspace(), properties.retry(), state);
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(properties.retry());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        var thread = opening;
        if (thread != null) {
            thread.interrupt();
        }
        close(session);
        session = null;
        state = "stopped";
        opening = null;
    }

    private static void close(@Nullable CqlSession session) {
        if (session != null) {
            session.close();
        }
    }

    @Override
    public boolean isRunning() {
        return opening != null;
    }

    /** Before the consumers that write here, and stopped after them. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
