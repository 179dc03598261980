package com.rebatesuite.deploy.local;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Starts all parts in the order of their needs, watches them, and stops them layer by layer. */
final class Supervisor {

    private final List<Part> parts;
    private final Reporter reporter;

    Supervisor(List<? extends Program> programs, Clock clock, Reporter reporter) {
        checkNeeds(programs);
        this.reporter = reporter;
        this.parts = programs.stream()
                .map(program -> new Part(program, RestartPolicy.usual(), clock, reporter))
                .toList();
    }

    private static void checkNeeds(List<? extends Program> programs) {
        var names = new HashSet<>(programs.stream().map(Program::name).toList());
        for (var program : programs) {
            if (!names.containsAll(program.after())) {
                throw new IllegalArgumentException(
                        program.name() + " needs " + program.after() + " (expected: some of " + names + ")");
            }
        }
    }

    List<Part> parts() {
        return parts;
    }

    /** Starts everything that does not have to wait; the rest follows by itself. */
    void start() {
        parts.forEach(part -> part.supervise(parts.stream()
                .filter(other -> part.program().after().contains(other.program().name()))
                .toList()));
    }

    /**
     * Returns when every part is ready.
     *
     * @throws IllegalStateException as soon as one part is given up
     */
    void awaitReady() {
        var all = CompletableFuture.allOf(parts.stream().map(Part::firstReady).toArray(CompletableFuture[]::new));
        var failed = new CompletableFuture<Void>();
        parts.forEach(part -> part.firstReady().exceptionally(reason -> {
            failed.completeExceptionally(reason);
            return part;
        }));
        try {
            CompletableFuture.anyOf(all, failed).join();
        } catch (CompletionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e);
        }
    }

    /** Stops everything, the layer that needs the others first; returns whether all ended in good order. */
    boolean stop() {
        var clean = new ArrayList<Boolean>();
        Arrays.stream(Layer.values())
                .sorted(Comparator.reverseOrder())
                .map(this::stopLayer)
                .forEach(clean::addAll);
        return !clean.contains(false);
    }

    private List<Boolean> stopLayer(Layer layer) {
        var stopping = parts.stream()
                .filter(part -> part.program().layer() == layer)
                .map(part -> CompletableFuture.supplyAsync(() -> stopPart(part), Thread::startVirtualThread))
                .toList();
        return stopping.stream().map(CompletableFuture::join).toList();
    }

    private boolean stopPart(Part part) {
        var begin = System.nanoTime();
        var running = part.pid().isPresent();
        var clean = part.stop();
        if (running) {
            var how = clean ? "stopped" : "killed, it did not stop in time";
            reporter.say(String.format(
                    "%-18s %s after %.1f s", part.program().name(), how, (System.nanoTime() - begin) / 1e9));
        }
        return clean;
    }
}
