package com.rebatesuite.inventory.reconciliation;

import com.rebatesuite.inventory.reconciliation.Reconciliations.Turn;
import com.rebatesuite.platform.event.EventIds;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs what was asked for, one at a time in each replica. One whose replica has died is run by another. */
@Component
class RunReconciliations implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RunReconciliations.class);
    private static final String ACTOR = "inventory-service";

    private final Reconciliations reconciliations;
    private final Reconcile reconcile;
    private final Clock clock;
    private final EventIds ids;
    private final ReconciliationProperties properties;
    // Of its own: whatever else is scheduled must not wait for a comparison.
    private final ExecutorService runner = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("reconciliation").factory());
    private final AtomicBoolean running = new AtomicBoolean();
    private Instant asked = Instant.MIN;

    RunReconciliations(
            Reconciliations reconciliations,
            Reconcile reconcile,
            Clock clock,
            EventIds ids,
            ReconciliationProperties properties) {
        this.reconciliations = reconciliations;
        this.reconcile = reconcile;
        this.clock = clock;
        this.ids = ids;
        this.properties = properties;
    }

    @Scheduled(fixedDelayString = "${reconciliation.look-every:1s}")
    void look() {
        if (running.compareAndSet(false, true)) {
            runner.execute(() -> {
                try {
                    askPeriodically();
                    runAll();
                } finally {
                    running.set(false);
                }
            });
        }
    }

    @Override
    public void destroy() {
        runner.shutdownNow();
    }

    void runAll() {
        for (var turn = take(); turn.isPresent(); turn = take()) {
            run(turn.get());
        }
    }

    private Optional<Turn> take() {
        return reconciliations.take(clock.instant(), properties.within().multipliedBy(2));
    }

    private void run(Turn turn) {
        try {
            reconciliations.complete(turn, reconcile.reconcile(turn.sku()), clock.instant());
        } catch (RuntimeException failed) {
            LOG.warn("reconciliation {} has failed", turn.id(), failed);
            reconciliations.giveBack(turn, String.valueOf(failed.getMessage()), clock.instant());
        }
    }

    /** All replicas ask with the same cause, so it is asked once. */
    private void askPeriodically() {
        var every = properties.every();
        if (every == null) {
            return;
        }
        var now = clock.instant();
        var slot = Instant.ofEpochMilli(now.toEpochMilli() - now.toEpochMilli() % every.toMillis());
        if (!slot.equals(asked)) {
            reconciliations.request(ids.next(), "periodic/" + slot, null, ACTOR, now);
            asked = slot;
        }
    }
}
