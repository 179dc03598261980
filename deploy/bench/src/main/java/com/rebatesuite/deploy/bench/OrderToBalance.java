package com.rebatesuite.deploy.bench;

import java.io.IOException;
import java.time.Duration;

/** From an order to the rebate in the shopper's balance, at a fixed rate, every order by a shopper of its own. */
record OrderToBalance(Shop shop, Side side, double rate) {

    Measured measure(Duration warmUp, Duration duration) throws IOException, InterruptedException {
        var unused = at(warmUp, "warm-" + side.name());
        return at(duration, "live-" + side.name());
    }

    private Measured at(Duration duration, String kind) throws IOException, InterruptedException {
        for (long turn = 0; turn < Math.round(rate * duration.toSeconds()); turn++) {
            var unused = shop.tokenOf(shop.shopper(kind, turn));
        }
        return Load.open(rate, duration, (client, turn) -> shop.orderToBalance(side, shop.shopper(kind, turn), turn));
    }
}
