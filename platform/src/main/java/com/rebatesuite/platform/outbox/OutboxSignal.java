package com.rebatesuite.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes the relay when a transaction with events has been committed, here or in another instance. */
class OutboxSignal {

    static final String CHANNEL = "outbox";

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSignal.class);
    private static final int LISTEN_MILLIS = 1000;

    private final DataSource dataSource;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean running;

    OutboxSignal(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Returns after the next commit with events, at once when there was one since the last call, at the latest after this time. */
    void await(Duration timeout) throws InterruptedException {
        if (woken.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            woken.drainPermits();
        }
    }

    void start() {
        running = true;
        Thread.ofPlatform().daemon().name("outbox-signal").start(this::listenForEver);
    }

    void stop() {
        running = false;
        woken.release();
    }

    private void listenForEver() {
        while (running) {
            try (var connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException lost) {
                pauseAfter(lost);
            }
        }
    }

    /** One connection, taken for good: notifications come to the connection that listens. */
    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var listen = connection.createStatement()) {
            listen.execute("listen " + CHANNEL);
        }
        // What was committed while nobody listened.
        woken.release();
        var notifications = connection.unwrap(PGConnection.class);
        while (running) {
            if (notifications.getNotifications(LISTEN_MILLIS).length > 0) {
                woken.release();
            }
        }
        try (var unlisten = connection.createStatement()) {
            unlisten.execute("unlisten *");
        }
    }

    private void pauseAfter(Exception lost) {
        if (running) {
            LOG.warn("no notifications for now, polling goes on: {}", lost.getMessage());
            try {
                Thread.sleep(LISTEN_MILLIS);
            } catch (InterruptedException stopped) {
                running = false;
            }
        }
    }
}
