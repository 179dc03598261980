package com.rebatesuite.rebate.simulation.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.rebate.simulation.Fact;

/** What simulations need of contracts/events/order-cancelled.v1. */
record CancelledMessage(String orderId) {

    CancelledMessage {
        requireNonNull(orderId, "order_id");
    }

    Fact fact() {
        return new Fact.Cancelled(orderId);
    }
}
