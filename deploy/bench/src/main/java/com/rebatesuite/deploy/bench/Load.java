package com.rebatesuite.deploy.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/** Two ways to load a system: as fast as some clients can, or at a fixed rate whatever the answers take. */
final class Load {

    private Load() {}

    /** What one client does; answers how many items it did, or throws. */
    interface Work {
        long once(int client, long turn) throws IOException, InterruptedException;
    }

    /** Clients that begin anew as soon as they are answered. */
    static Measured closed(int clients, Duration duration, Work work) throws InterruptedException {
        var measured = new Measured();
        var end = System.nanoTime() + duration.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < clients; i++) {
                var client = i;
                running.add(threads.submit(() -> {
                    for (long turn = 0; System.nanoTime() < end; turn++) {
                        measure(measured, System.nanoTime(), client, turn, work);
                    }
                }));
            }
            join(running);
        }
        return measured;
    }

    /** One begins every so often; times count from when it should have begun, so waiting in line is part of them. */
    static Measured open(double perSecond, Duration duration, Work work) throws InterruptedException {
        var measured = new Measured();
        var count = Math.round(perSecond * duration.toMillis() / 1_000);
        var started = System.nanoTime();
        LongSupplier now = System::nanoTime;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (long turn = 0; turn < count; turn++) {
                var intended = started + (long) (turn * 1e9 / perSecond);
                Thread.sleep(Duration.ofNanos(Math.max(0, intended - now.getAsLong())));
                var number = turn;
                running.add(threads.submit(() -> measure(measured, intended, (int) number, number, work)));
            }
            join(running);
        }
        return measured;
    }

    private static void measure(Measured measured, long intended, int client, long turn, Work work) {
        try {
            var items = work.once(client, turn);
            measured.took(System.nanoTime() - intended, items);
        } catch (IOException failed) {
            measured.failed();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(List<Future<?>> running) throws InterruptedException {
        for (var one : running) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed.getCause());
            }
        }
    }
}
