package com.rebatesuite.deploy.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** How many orders of a partner feed a second the suite takes over, and how many it brings to shipped. */
final class PartnerOrders {

    private static final int FEEDS = 2;
    private static final int BATCH = 50;

    private final Shop shop;
    private final Side side;
    private final AtomicLong batch = new AtomicLong();
    private final AtomicReference<String> last = new AtomicReference<>("");

    PartnerOrders(Shop shop, Side side) {
        this.shop = shop;
        this.side = side;
    }

    /** What was taken over, and the rate at which it was shipped, which takes longer. */
    record Outcome(Measured taken, double shippedPerSecond) {}

    Outcome measure(Duration warmUp, Duration duration) throws IOException, InterruptedException {
        var token = shop.partnerToken();
        var unused = Load.closed(FEEDS, warmUp, (client, turn) -> once(token, client));
        drain(token);
        var started = System.nanoTime();
        var taken = Load.closed(FEEDS, duration, (client, turn) -> once(token, client));
        drain(token);
        return new Outcome(taken, taken.items() * 1e9 / (System.nanoTime() - started));
    }

    private long once(String token, int client) throws IOException, InterruptedException {
        List<String> numbers = shop.feed(side, token, client, batch.incrementAndGet(), BATCH);
        last.set(numbers.getLast());
        return numbers.size();
    }

    private void drain(String token) throws IOException, InterruptedException {
        if (last.get().isEmpty()) {
            throw new IOException("no partner order was taken");
        }
        shop.awaitShipped(side, token, last.get());
    }
}
