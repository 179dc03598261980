package com.rebatesuite.deploy.local;

import com.rebatesuite.deploy.backends.ServerProcess;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A program under supervision: started when what it needs is ready, and started again when it dies. */
final class Part {

    /** Where a part is in its life. */
    enum State {
        WAITING,
        STARTING,
        READY,
        DEAD,
        GIVEN_UP,
        STOPPED
    }

    private final Program program;
    private final RestartPolicy policy;
    private final Clock clock;
    private final Observer observer;
    private final CompletableFuture<Part> firstReady = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile State state = State.WAITING;
    private volatile Instant since;
    private final AtomicInteger restarts = new AtomicInteger();
    private volatile @Nullable ServerProcess process;

    Part(Program program, RestartPolicy policy, Clock clock, Observer observer) {
        this.program = program;
        this.policy = policy;
        this.clock = clock;
        this.observer = observer;
        this.since = clock.instant();
    }

    /** Told about what happens to parts, on the thread of the part. */
    interface Observer {

        void ready(Part part, Duration took);

        void died(Part part, String reason, String whatNext);

        void gaveUp(Part part, String reason);
    }

    /** Runs the part on a thread of its own until it is stopped or given up. */
    void supervise(List<Part> needed) {
        Thread.ofPlatform().daemon().name(program.name()).start(() -> run(needed));
    }

    private void run(List<Part> needed) {
        try {
            CompletableFuture.allOf(needed.stream().map(Part::firstReady).toArray(CompletableFuture[]::new))
                    .join();
        } catch (RuntimeException e) {
            // Whoever failed has said so already.
            return;
        }
        var reason = runOnce();
        while (reason.isPresent() && again(reason.get())) {
            reason = runOnce();
        }
    }

    /** Lives through one process; the reason of its death, or nothing when it was stopped. */
    private Optional<String> runOnce() {
        if (isStopping()) {
            return Optional.empty();
        }
        var begin = System.nanoTime();
        try {
            become(State.STARTING);
            var launched = program.launch();
            process = launched;
            if (isStopping()) {
                launched.stop(program.stopPatience());
                return Optional.empty();
            }
            program.awaitReady(launched);
            become(State.READY);
            observer.ready(this, Duration.ofNanos(System.nanoTime() - begin));
            firstReady.complete(this);
            var code = launched.onExit().join();
            return isStopping() ? Optional.empty() : Optional.of("ended with " + ending(code));
        } catch (RuntimeException e) {
            if (isStopping()) {
                return Optional.empty();
            }
            var failed = process;
            if (failed != null) {
                failed.kill();
            }
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static String ending(int code) {
        return code > 128 ? "signal " + (code - 128) : "exit code " + code;
    }

    private boolean again(String reason) {
        become(State.DEAD);
        var pause = policy.afterDeath(clock.instant());
        if (pause.isEmpty()) {
            become(State.GIVEN_UP);
            observer.gaveUp(this, reason);
            firstReady.completeExceptionally(new IllegalStateException(program.name() + " " + reason));
            return false;
        }
        observer.died(this, reason, "starting it again (" + policy.progress() + ")");
        restarts.incrementAndGet();
        return !stoppedWithin(pause.get());
    }

    private boolean stoppedWithin(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Stops the part for good; returns whether its process ended by itself in time. */
    boolean stop() {
        stopping.countDown();
        var running = process;
        var clean = running == null || running.stop(program.stopPatience());
        become(State.STOPPED);
        return clean;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void become(State next) {
        if (isStopping() && next != State.STOPPED) {
            return;
        }
        state = next;
        since = clock.instant();
    }

    /** Completes when the part is ready for the first time, exceptionally when it is given up before. */
    CompletableFuture<Part> firstReady() {
        return firstReady;
    }

    Program program() {
        return program;
    }

    State state() {
        return state;
    }

    Instant since() {
        return since;
    }

    int restarts() {
        return restarts.get();
    }

    Optional<Long> pid() {
        var running = process;
        return running == null || !running.alive() ? Optional.empty() : Optional.of(running.pid());
    }
}
