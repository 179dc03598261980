package com.rebatesuite.rebate.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** Orders at a steady rate, each of a newcomer, who looks at his balance until it is there. */
final class Latency {

    private final PrintStream out;
    private final Product product;
    private final int rate;
    private final int orders;

    Latency(PrintStream out, Product product, int rate, int seconds) {
        this.out = out;
        this.product = product;
        this.rate = rate;
        this.orders = rate * seconds;
    }

    void run(Facts facts) throws Exception {
        var waiting = new ArrayList<Future<Long>>(orders);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            for (int i = 0; i < orders; i++) {
                var order = facts.ofNewcomer("newcomer-" + i);
                parkUntil(begin + TimeUnit.SECONDS.toNanos(i) / rate);
                waiting.add(threads.submit(() -> product.decide(order)));
            }
        }
        var sorted = new long[orders];
        for (int i = 0; i < orders; i++) {
            sorted[i] = waiting.get(i).get();
        }
        print(LongStream.of(sorted).sorted().toArray());
    }

    private void print(long[] sorted) {
        out.printf("milliseconds from an order to the readable balance, %,d orders at %d/s%n", orders, rate);
        out.printf(
                "  median %.0f, 95 %% %.0f, 99 %% %.0f, longest %.0f%n",
                at(sorted, 50), at(sorted, 95), at(sorted, 99), at(sorted, 100));
    }

    /** The smallest that so many percent do not exceed. */
    private static double at(long[] sorted, int percent) {
        int rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return sorted[rank - 1] / 1e6;
    }

    /** Each order has its time: one that was late does not delay the next. */
    private static void parkUntil(long time) {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
