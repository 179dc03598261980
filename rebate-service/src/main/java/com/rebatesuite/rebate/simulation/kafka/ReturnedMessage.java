package com.rebatesuite.rebate.simulation.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.rebate.simulation.Fact;
import java.util.HashMap;
import java.util.List;

/** What simulations need of contracts/events/return-received.v1. */
record ReturnedMessage(String orderId, String returnId, List<Line> lines) {

    ReturnedMessage {
        requireNonNull(orderId, "order_id");
        requireNonNull(returnId, "return_id");
        lines = List.copyOf(requireNonNull(lines, "lines"));
    }

    Fact fact() {
        var units = new HashMap<Integer, Integer>();
        lines.forEach(line -> units.merge(line.line(), line.quantity(), Math::addExact));
        return new Fact.Returned(orderId, returnId, units);
    }

    record Line(int line, int quantity) {

        public Line {
            if (quantity < 1) {
                throw new IllegalArgumentException("quantity: " + quantity + " (expected: >= 1)");
            }
        }
    }
}
