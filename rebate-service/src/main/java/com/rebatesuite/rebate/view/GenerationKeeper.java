package com.rebatesuite.rebate.view;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets {@link RebuildViews} take its steps, again and again; what cannot be done now is tried at the next look. */
@Component
class GenerationKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GenerationKeeper.class);

    private final RebuildViews rebuild;
    private final Projections projections;
    private final ViewsProperties properties;
    private final Counter failures;
    private @Nullable ScheduledExecutorService looking;

    GenerationKeeper(RebuildViews rebuild, Projections projections, ViewsProperties properties, MeterRegistry meters) {
        this.rebuild = rebuild;
        this.projections = projections;
        this.properties = properties;
        this.failures = Counter.builder("views.generation.failures")
                .description("looks at the generations of the views that failed; the work on them goes on meanwhile")
                .register(meters);
    }

    @Override
    public synchronized void start() {
        looking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("views-generations").factory());
        long pause = properties.look().toMillis();
        var unused = looking.scheduleWithFixedDelay(this::look, 0, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (looking != null) {
            looking.shutdownNow();
            looking = null;
        }
        // Before the store is closed.
        projections.run(Set.of());
    }

    @Override
    public synchronized boolean isRunning() {
        return looking != null;
    }

    private void look() {
        try {
            rebuild.step();
        } catch (RuntimeException failed) {
            failures.increment();
            LOG.warn("the generations of the views cannot be looked after now: {}", failed.toString());
        }
    }
}
