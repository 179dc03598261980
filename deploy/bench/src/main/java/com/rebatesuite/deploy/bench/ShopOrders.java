package com.rebatesuite.deploy.bench;

import java.io.IOException;
import java.time.Duration;

/**
 * How many shop orders a second the suite takes. Shoppers change, because the gateway lets each send only so much a second,
 * and inventory lets each have only so many orders that are not paid.
 */
record ShopOrders(Shop shop, Side side, int clients) {

    /** Half of the orders that inventory lets a shopper have unpaid. */
    static final int ORDERS_EACH = 10;

    private static final int SHOPPERS_IN_TURN = 20;
    private static final int ORDERS_PER_ROUND = SHOPPERS_IN_TURN * ORDERS_EACH;
    private static final int MOST_PER_SECOND = 1_000;

    Measured measure(Duration warmUp, Duration duration) throws IOException, InterruptedException {
        var turns = Math.ceilDiv(MOST_PER_SECOND * duration.toSeconds(), clients);
        fetchTokens(turns);
        var warm = Load.closed(clients, warmUp, (client, turn) -> once("warm", client, turn));
        if (warm.items() == 0) {
            throw new IOException("no shop order was taken within " + warmUp.toSeconds() + " s");
        }
        return Load.closed(clients, duration, (client, turn) -> {
            requireToken(turn, turns);
            return once("live", client, turn);
        });
    }

    /** Before the clock runs: nobody wants to know how fast the issuer is. */
    private void fetchTokens(long turns) throws IOException, InterruptedException {
        for (int client = 0; client < clients; client++) {
            for (long number = 0; number < shoppersFor(turns); number++) {
                var unused = shop.tokenOf(shopper("live", client, number));
            }
        }
    }

    private static void requireToken(long turn, long turns) {
        if (turn >= turns) {
            throw new IllegalStateException("turns of a client: more than " + turns + " (expected: at most "
                    + MOST_PER_SECOND + " orders/s of all clients, for which there are shoppers)");
        }
    }

    private long once(String phase, int client, long turn) throws IOException, InterruptedException {
        var unused = shop.place(side, shopper(phase, client, shopperOf(turn)), turn);
        return 1;
    }

    static long shoppersFor(long turns) {
        return Math.ceilDiv(turns, ORDERS_PER_ROUND) * SHOPPERS_IN_TURN;
    }

    /** Takes shoppers in turn, and others once these have had their orders. */
    static long shopperOf(long turn) {
        return turn / ORDERS_PER_ROUND * SHOPPERS_IN_TURN + turn % SHOPPERS_IN_TURN;
    }

    // By side and phase too: an order of the warm-up is still unpaid when the measuring begins.
    private String shopper(String phase, int client, long number) {
        return shop.shopper("shop-" + side.name() + "-" + phase + "-" + client, number);
    }
}
