package com.rebatesuite.rebate.simulation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.stereotype.Component;

/** Counts what simulations do, and when one of their bounds is met. */
@Component
class SimulationMetrics {

    private final MeterRegistry meters;
    private final Counter facts;
    private final Counter orders;

    SimulationMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.facts = meters.counter("simulations.facts");
        this.orders = meters.counter("simulations.orders");
    }

    void watch(ThreadPoolExecutor runner) {
        meters.gauge("simulations.running", runner, ThreadPoolExecutor::getActiveCount);
        meters.gauge("simulations.waiting", runner, pool -> pool.getQueue().size());
    }

    void read(Fact fact) {
        facts.increment();
        if (fact instanceof Fact.Paid) {
            orders.increment();
        }
    }

    void ended(Simulation simulation) {
        var state = simulation.state().name().toLowerCase(Locale.ROOT);
        meters.counter("simulations.ended", "state", state).increment();
    }

    void refused(String bound) {
        meters.counter("simulations.refused", "bound", bound).increment();
    }
}
