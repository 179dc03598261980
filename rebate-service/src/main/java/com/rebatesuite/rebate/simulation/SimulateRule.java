package com.rebatesuite.rebate.simulation;

import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.rebate.rule.AppliedRules;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tries drafts of rules on the recorded past, one after the other, beside the ledger and without any effect on it. */
@Component
public class SimulateRule {

    private final Simulations simulations;
    private final Jobs jobs;
    private final RecordedFacts facts;
    private final AppliedRules rules;
    private final SimulationProperties properties;
    private final SimulationMetrics metrics;
    private final EventIds ids;
    private final Clock clock;

    SimulateRule(
            Simulations simulations,
            Jobs jobs,
            RecordedFacts facts,
            AppliedRules rules,
            SimulationProperties properties,
            SimulationMetrics metrics,
            EventIds ids,
            Clock clock) {
        this.simulations = simulations;
        this.jobs = jobs;
        this.facts = facts;
        this.rules = rules;
        this.properties = properties;
        this.metrics = metrics;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Queues an experiment on this replica.
     *
     * @throws TooManySimulations when too many wait already
     */
    public Simulation ask(Experiment experiment, String by) {
        var asked = Simulation.queued(ids.next().toString(), experiment, by, clock.instant());
        jobs.add(asked, read -> outcome(experiment, read));
        return asked;
    }

    /** The simulation, wherever it runs or ran. */
    public Optional<Simulation> find(String id) {
        return simulations.find(id).map(found -> found.seenAt(clock.instant(), properties.abandonedAfter()));
    }

    /**
     * Stops a simulation: at once when it is one of this replica, else within a beat or two.
     *
     * @return how it stands now; empty when there is none with that id
     */
    public Optional<Simulation> stop(String id, String by) {
        if (find(id).filter(found -> !found.ended()).isPresent()) {
            simulations.askToStop(id, by, clock.instant());
            jobs.look(id);
        }
        return find(id);
    }

    private Outcome outcome(Experiment experiment, Runnable read) {
        var trial = new Trial(experiment, rules.all(), properties);
        try {
            facts.tell(fact -> {
                metrics.read(fact);
                read.run();
                trial.take(fact);
            });
        } catch (TooMuchToTry much) {
            metrics.refused(much.bound());
            throw much;
        }
        return trial.outcome();
    }
}
