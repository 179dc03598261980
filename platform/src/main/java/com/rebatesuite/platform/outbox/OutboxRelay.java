package com.rebatesuite.platform.outbox;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the rows of the outbox to Kafka, at least once, in the order of their keys.
 *
 * <p>Of all relays only the one that holds a bucket's lock reads and deletes the bucket's rows, and it sends them in the
 * order of their ids; a row is deleted only after its acknowledgement. So what a relay sends of a key starts with the
 * first row that nobody has seen acknowledged, and {@link EventSender} lets nothing of a key overtake a row that failed.
 * If a relay loses its lock half-way (killed, or cut off from the database), the next one starts at that same row:
 * consumers may see events twice, but never a later one before the first appearance of an earlier one.
 */
class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    // After the bindings and the web server have started, and before they stop.
    private static final int PHASE = Integer.MAX_VALUE - 100;

    private final OutboxTable table;
    private final EventSender sender;
    private final TransactionTemplate transaction;
    private final OutboxSignal signal;
    private final OutboxMetrics metrics;
    private final OutboxProperties properties;
    private volatile boolean running;
    private volatile @Nullable Thread loop;

    OutboxRelay(
            OutboxTable table,
            EventSender sender,
            TransactionTemplate transaction,
            OutboxSignal signal,
            OutboxMetrics metrics,
            OutboxProperties properties) {
        this.table = table;
        this.sender = sender;
        this.transaction = transaction;
        this.signal = signal;
        this.metrics = metrics;
        this.properties = properties;
    }

    @Override
    public void start() {
        running = true;
        signal.start();
        metrics.start(table);
        loop = Thread.ofPlatform().daemon().name("outbox-relay").start(this::runUntilStopped);
    }

    /** Lets the batch that is on its way come to its end, and starts no other. */
    @Override
    public void stop() {
        running = false;
        signal.stop();
        metrics.stop();
        var thread = loop;
        if (thread == null) {
            return;
        }
        try {
            thread.join(properties.ackTimeout().toMillis() + TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void runUntilStopped() {
        try {
            while (running) {
                runOnce();
            }
        } catch (InterruptedException stopped) {
            LOG.info("outbox relay stopped");
        }
    }

    private void runOnce() throws InterruptedException {
        try {
            switch (turn()) {
                case IDLE -> signal.await(properties.pollInterval());
                case FAILED -> pause();
                case PROGRESS -> {}
            }
        } catch (RuntimeException unreachable) {
            LOG.warn("outbox relay will try again: {}", unreachable.toString());
            metrics.failed();
            pause();
        }
    }

    /** One batch of every bucket that has rows and no other relay. */
    Turn turn() {
        var turn = Turn.IDLE;
        for (int bucket : table.bucketsWithRows()) {
            turn = turn.and(relay(bucket));
        }
        return turn;
    }

    private Turn relay(int bucket) {
        return transaction.execute(status -> table.tryLock(bucket) ? relayLocked(bucket) : Turn.IDLE);
    }

    private Turn relayLocked(int bucket) {
        var rows = table.oldest(bucket, properties.batchSize());
        if (rows.isEmpty()) {
            return Turn.IDLE;
        }
        var acknowledged = sender.send(rows);
        table.delete(acknowledged);
        metrics.sent(acknowledged.size());
        if (acknowledged.size() < rows.size()) {
            metrics.failed();
            return Turn.FAILED;
        }
        return Turn.PROGRESS;
    }

    private void pause() throws InterruptedException {
        if (running) {
            Thread.sleep(properties.pause());
        }
    }

    /** How a turn went, from nothing to do to something failed. */
    enum Turn {
        IDLE,
        PROGRESS,
        FAILED;

        Turn and(Turn other) {
            return other.compareTo(this) > 0 ? other : this;
        }
    }
}
