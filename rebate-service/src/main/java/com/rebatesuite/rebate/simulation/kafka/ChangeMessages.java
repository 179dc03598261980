package com.rebatesuite.rebate.simulation.kafka;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.rebate.rule.Amount;
import com.rebatesuite.rebate.simulation.Fact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What simulations need of what partners and operators change about orders. */
final class ChangeMessages {

    private ChangeMessages() {}

    /** rebate-amended.v1. */
    record Amended(String amendmentId, String orderId, List<Line> lines) {

        public Amended {
            requireNonNull(amendmentId, "amendment_id");
            requireNonNull(orderId, "order_id");
            lines = List.copyOf(requireNonNull(lines, "lines"));
        }

        Fact fact() {
            var bases = new HashMap<Integer, Amount>();
            for (var line : lines) {
                if (bases.put(line.line(), line.base().amount()) != null) {
                    throw new IllegalArgumentException("lines: " + line.line() + " twice (expected: each once)");
                }
            }
            return new Fact.Amended(orderId, amendmentId, bases);
        }

        record Line(int line, MoneyMessage base) {

            public Line {
                requireNonNull(base, "base");
            }
        }
    }

    /** rebate-rejected.v1. */
    record Rejected(
            String rejectionId, String orderId, @Nullable List<Integer> lines) {

        public Rejected {
            requireNonNull(rejectionId, "rejection_id");
            requireNonNull(orderId, "order_id");
        }

        Fact fact() {
            return new Fact.Rejected(orderId, rejectionId, lines == null ? null : new HashSet<>(lines));
        }
    }
}
