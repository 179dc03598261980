package com.rebatesuite.rebate.simulation;

import java.time.Clock;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A simulation of this replica, from its place in the queue until its end is written down. */
final class Job {

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private final Simulations simulations;
    private final Clock clock;
    private final Consumer<Simulation> atTheEnd;
    private final AtomicLong facts = new AtomicLong();
    private final FutureTask<?> task;
    private Simulation simulation;
    private boolean written = true;

    /**
     * A job that has yet to run.
     *
     * @param trying runs the experiment, and tells the job of every fact it has read
     * @param atTheEnd hears how it ended, once
     */
    Job(
            Simulation queued,
            Function<Runnable, Outcome> trying,
            Simulations simulations,
            Clock clock,
            Consumer<Simulation> atTheEnd) {
        this.simulation = queued;
        this.simulations = simulations;
        this.clock = clock;
        this.atTheEnd = atTheEnd;
        this.task = new FutureTask<>(() -> run(trying), null);
    }

    /** What the runner runs when its turn has come. */
    Runnable task() {
        return task;
    }

    /**
     * Says that it goes on, unless somebody wants it to stop. Its end is said again until it is written.
     *
     * @return whether it is over, and written down
     */
    synchronized boolean beat() {
        if (!simulation.ended() && simulations.stopAsked(simulation.id())) {
            breakOff(running -> running.stopped(clock.instant()));
        } else if (!simulation.ended()) {
            change(running -> running.goingOn(facts.get(), clock.instant()));
        }
        if (!written) {
            write();
        }
        return simulation.ended();
    }

    /** Ends it here and now, whether it waits or runs. */
    synchronized void breakOff(UnaryOperator<Simulation> how) {
        if (!simulation.ended()) {
            end(how);
            task.cancel(true);
        }
    }

    private void run(Function<Runnable, Outcome> trying) {
        begin();
        end(how(trying));
        // Else the next beat does it.
        beat();
    }

    private synchronized void begin() {
        if (!simulation.ended()) {
            change(queued -> queued.running(clock.instant()));
        }
    }

    private synchronized void end(UnaryOperator<Simulation> how) {
        if (!simulation.ended()) {
            change(running -> how.apply(running.goingOn(facts.get(), clock.instant())));
            atTheEnd.accept(simulation);
        }
    }

    private UnaryOperator<Simulation> how(Function<Runnable, Outcome> trying) {
        try {
            var outcome = trying.apply(facts::incrementAndGet);
            return running -> running.done(outcome, clock.instant());
        } catch (SimulationStopped stopped) {
            return running -> running.stopped(clock.instant());
        } catch (TooMuchToTry | FactsUnavailable known) {
            return running -> running.failed(String.valueOf(known.getMessage()), clock.instant());
        } catch (RuntimeException | OutOfMemoryError broken) {
            LOG.error("a simulation failed", broken);
            return running -> running.failed("something went wrong on our side", clock.instant());
        }
    }

    private void change(UnaryOperator<Simulation> next) {
        simulation = next.apply(simulation);
        written = false;
    }

    private void write() {
        simulations.save(simulation);
        written = true;
    }
}
