package com.rebatesuite.deploy.retail;

/** Holds the feed to so many orders a second; no limit at all with {@link #MAX}. */
final class Pace {

    /** As fast as the suite takes it. */
    static final double MAX = Double.POSITIVE_INFINITY;

    private final double ordersPerSecond;
    private long free = System.nanoTime();

    Pace(double ordersPerSecond) {
        if (!(ordersPerSecond > 0)) {
            throw new IllegalArgumentException("rate: " + ordersPerSecond + " (expected: above 0)");
        }
        this.ordersPerSecond = ordersPerSecond;
    }

    /** Batches worth about a second, so that a slow rate does not come in gusts. */
    int batchSize(int most) {
        return (int) Math.max(1, Math.min(most, ordersPerSecond));
    }

    /** Waits until so many orders may go. */
    void await(int orders) throws InterruptedException {
        var wait = reserve(orders, System.nanoTime());
        if (wait > 0) {
            Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        }
    }

    private synchronized long reserve(int orders, long now) {
        if (ordersPerSecond == MAX) {
            return 0;
        }
        free = Math.max(free, now);
        var wait = free - now;
        free += (long) (orders * 1e9 / ordersPerSecond);
        return wait;
    }
}
