package com.rebatesuite.rebate.simulation;

import com.rebatesuite.rebate.earning.Basket;
import java.util.Map;

/** What the logs tell of orders and of what was booked for them. */
public sealed interface Fact {

    /** An order was paid. */
    record Paid(String userId, Basket basket) implements Fact {}

    /** Units came back, by line. */
    record Returned(String orderId, Map<Integer, Integer> units) implements Fact {

        public Returned {
            units = Map.copyOf(units);
        }
    }

    /** An order came to nothing. */
    record Cancelled(String orderId) implements Fact {}

    /** The ledger gave this much for an order, in minor units; below zero: it took it back. */
    record Booked(String orderId, long minor) implements Fact {}
}
