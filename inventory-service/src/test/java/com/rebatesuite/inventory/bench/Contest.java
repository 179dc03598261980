package com.rebatesuite.inventory.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two sides that take turns, so that whatever else the machine does meets both. */
final class Contest {

    private final PrintStream out;
    private final int clients;
    private final int rounds;
    private final Duration turn;

    Contest(PrintStream out, int clients, int rounds, Duration turn) {
        this.out = out;
        this.clients = clients;
        this.rounds = rounds;
        this.turn = turn;
    }

    /** What one client does again and again as soon as it is answered; fails when the answer is not what it should be. */
    interface Work {
        void once(SplittableRandom random) throws Exception;
    }

    /** A side: what has to be done before its turn, and what is measured. */
    record Side(String name, Callable<?> before, Work work) {}

    /** Prints the medians of both sides, and the first as a ratio of the second. */
    void run(String title, Side first, Side second) throws Exception {
        var firsts = new double[rounds];
        var seconds = new double[rounds];
        for (int round = -1; round < rounds; round++) {
            double ofFirst = turn(first, round);
            double ofSecond = turn(second, round);
            // The first round only warms up.
            if (round >= 0) {
                firsts[round] = ofFirst;
                seconds[round] = ofSecond;
            }
        }
        out.printf(
                "%n%s per second, %d clients, median of %d turns of %d s (least - most)%n",
                title, clients, rounds, turn.toSeconds());
        print(first, firsts);
        print(second, seconds);
        out.printf("  %-46s %,12.2f%n", "ratio", median(firsts) / median(seconds));
    }

    private double turn(Side side, int round) throws Exception {
        side.before().call();
        var end = System.nanoTime() + turn.toNanos();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<Future<Long>>();
            for (int client = 0; client < clients; client++) {
                var random = new SplittableRandom(31L * round + client);
                running.add(threads.submit(() -> client(side.work(), random, end)));
            }
            return sum(running) / (turn.toNanos() / 1e9);
        }
    }

    private static long client(Work work, SplittableRandom random, long end) throws Exception {
        long done = 0;
        while (System.nanoTime() < end) {
            work.once(random);
            done++;
        }
        return done;
    }

    private static double sum(List<Future<Long>> running) throws InterruptedException, ExecutionException {
        double done = 0;
        for (var one : running) {
            done += one.get();
        }
        return done;
    }

    private void print(Side side, double[] perSecond) {
        var sorted = sorted(perSecond);
        out.printf(
                "  %-46s %,12.0f   (%,.0f - %,.0f)%n",
                side.name(), median(perSecond), sorted[0], sorted[sorted.length - 1]);
    }

    private static double median(double[] numbers) {
        var sorted = sorted(numbers);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double[] sorted(double[] numbers) {
        var sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
