package com.rebatesuite.rebate.simulation.kafka;

import com.rebatesuite.rebate.simulation.Fact;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An entry of contracts/events/rebate-recorded.v2: what an order was given is what left the house less what came back. */
record EntryMessage(String kind, @Nullable String orderId, String from, String to, MoneyMessage amount) {

    Stream<Fact> facts() {
        // What nobody used in time was given all the same.
        if (orderId == null || kind.equals("expired")) {
            return Stream.empty();
        }
        long minor = from.equals("house") ? amount.minor() : to.equals("house") ? -amount.minor() : 0;
        return minor == 0 ? Stream.empty() : Stream.of(new Fact.Booked(orderId, minor));
    }
}
