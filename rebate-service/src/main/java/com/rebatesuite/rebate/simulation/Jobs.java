package com.rebatesuite.rebate.simulation;

import com.rebatesuite.rebate.store.StoreUnavailable;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The simulations of this replica: one runs, some wait, and all say again and again that they are still there. */
@Component
class Jobs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final Simulations simulations;
    private final SimulationProperties properties;
    private final SimulationMetrics metrics;
    private final Clock clock;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final Semaphore places;
    // Its queue has no bound of its own: whoever comes in has a place.
    private final ThreadPoolExecutor runner = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("simulation").factory());
    private @Nullable ScheduledExecutorService beating;

    Jobs(Simulations simulations, SimulationProperties properties, SimulationMetrics metrics, Clock clock) {
        this.simulations = simulations;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
        this.places = new Semaphore(properties.waiting() + 1);
        runner.allowCoreThreadTimeOut(true);
        metrics.watch(runner);
    }

    /**
     * Queues it.
     *
     * @throws TooManySimulations when too many wait already
     */
    void add(Simulation queued, Function<Runnable, Outcome> trying) {
        if (!places.tryAcquire()) {
            metrics.refused("waiting");
            throw new TooManySimulations(properties.waiting());
        }
        try {
            simulations.save(queued);
        } catch (StoreUnavailable away) {
            places.release();
            throw away;
        }
        var job = new Job(queued, trying, simulations, clock, metrics::ended);
        jobs.put(queued.id(), job);
        runner.execute(job.task());
    }

    /** Looks at once whether it is to stop, if it is one of this replica. */
    void look(String id) {
        var job = jobs.get(id);
        if (job != null) {
            beat(id, job);
        }
    }

    @Override
    public synchronized void start() {
        beating = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("simulation-beat").factory());
        long pause = properties.beat().toMillis();
        var unused =
                beating.scheduleWithFixedDelay(() -> jobs.forEach(this::beat), pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Before the store is closed. */
    @Override
    public synchronized void stop() {
        if (beating != null) {
            beating.shutdownNow();
            beating = null;
        }
        jobs.values()
                .forEach(job -> job.breakOff(
                        running -> running.abandoned("its replica was shut down: ask again", clock.instant())));
        jobs.forEach(this::beat);
    }

    @Override
    public synchronized boolean isRunning() {
        return beating != null;
    }

    /** What cannot be said or seen now is tried again with the next beat. */
    private void beat(String id, Job job) {
        try {
            if (job.beat() && jobs.remove(id, job)) {
                places.release();
            }
        } catch (RuntimeException away) {
            LOG.warn("simulation {} cannot be looked after now: {}", id, away.toString());
        }
    }
}
