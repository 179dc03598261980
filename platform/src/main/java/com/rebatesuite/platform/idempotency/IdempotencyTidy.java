package com.rebatesuite.platform.idempotency;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Forgets old answers, a batch at a time; counted in {@code idempotency.forgotten}. */
class IdempotencyTidy implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyTidy.class);

    private final Answers answers;
    private final IdempotencyProperties properties;
    private final Counter forgotten;
    private @Nullable ScheduledExecutorService timer;

    IdempotencyTidy(Answers answers, IdempotencyProperties properties, MeterRegistry meters) {
        this.answers = answers;
        this.properties = properties;
        this.forgotten = meters.counter("idempotency.forgotten");
    }

    /** Forgets what is old enough, at most one batch per statement, so that no delete holds many locks for long. */
    void tidy() {
        int count;
        do {
            count = answers.forget(properties.retention(), properties.tidyBatch());
            forgotten.increment(count);
        } while (count == properties.tidyBatch() && !Thread.currentThread().isInterrupted());
    }

    @Override
    public synchronized void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("idempotency-tidy").factory());
        var interval = properties.tidyInterval().toMillis();
        var scheduled =
                started.scheduleWithFixedDelay(this::tidyOrSayWhyNot, interval, interval, TimeUnit.MILLISECONDS);
        LOG.debug("tidies every {} ms, first in {} ms", interval, scheduled.getDelay(TimeUnit.MILLISECONDS));
        timer = started;
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    private void tidyOrSayWhyNot() {
        try {
            tidy();
        } catch (RuntimeException failure) {
            LOG.warn("old answers stay for now: {}", failure.toString());
        }
    }
}
