package com.rebatesuite.rebate.simulation;

import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.rebate.rule.AppliedRules;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Runs simulations one after the other, beside the ledger and without any effect on it. */
@Component
public class SimulateRule implements DisposableBean {

    private final Simulations simulations;
    private final RecordedFacts facts;
    private final AppliedRules rules;
    private final SimulationProperties properties;
    private final EventIds ids;
    private final Clock clock;
    private final ThreadPoolExecutor runner;
    private final Map<String, Future<?>> running = new ConcurrentHashMap<>();

    SimulateRule(
            Simulations simulations,
            RecordedFacts facts,
            AppliedRules rules,
            SimulationProperties properties,
            EventIds ids,
            Clock clock,
            MeterRegistry meters) {
        this.simulations = simulations;
        this.facts = facts;
        this.rules = rules;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
        this.runner = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(properties.waiting()),
                Thread.ofPlatform().name("simulation").factory());
        meters.gauge("simulations.waiting", runner.getQueue(), Collection::size);
    }

    /**
     * Queues an experiment.
     *
     * @throws TooManySimulations when too many wait already
     */
    public Simulation ask(Experiment experiment, String by) {
        var asked = Simulation.queued(ids.next().toString(), experiment, by, clock.instant());
        simulations.save(asked);
        try {
            running.put(asked.id(), runner.submit(() -> run(asked, experiment)));
        } catch (RejectedExecutionException full) {
            simulations.save(asked.failed("too many simulations were waiting", clock.instant()));
            throw new TooManySimulations(properties.waiting());
        }
        return asked;
    }

    /** The simulation, wherever it runs. */
    public Optional<Simulation> find(String id) {
        return simulations.find(id);
    }

    /** Stops a simulation of this replica; false when it does not run here. */
    public boolean stop(String id) {
        var job = running.remove(id);
        if (job == null) {
            return false;
        }
        job.cancel(true);
        simulations
                .find(id)
                .filter(found -> !found.ended())
                .ifPresent(found -> simulations.save(found.stopped(clock.instant())));
        return true;
    }

    private void run(Simulation asked, Experiment experiment) {
        var progress = new Progress(asked, simulations, clock);
        try {
            var trial = new Trial(experiment, rules.all(), properties);
            facts.tell(fact -> {
                trial.take(fact);
                progress.read();
            });
            progress.done(trial.outcome());
        } catch (SimulationStopped stopped) {
            progress.stopped();
        } catch (RuntimeException failed) {
            progress.failed(failed);
        } finally {
            running.remove(asked.id());
        }
    }

    @Override
    public void destroy() {
        runner.shutdownNow();
    }
}
