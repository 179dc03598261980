package com.rebatesuite.rebate.ledger;

import java.time.Instant;
import java.util.List;

/** What the ledger decides about: a fact about one order of one shopper. */
public sealed interface Input {

    /** The event that states the fact. */
    Cause cause();

    /** Whose account it concerns. */
    String userId();

    /** Which order it concerns. */
    String orderId();

    /** The order is paid: its rebate is estimated by the rules in force at {@code occurredAt}. */
    record OrderPaid(
            Cause cause,
            String userId,
            String orderId,
            Instant occurredAt,
            Channel channel,
            String currency,
            List<SoldLine> lines)
            implements Input {

        public OrderPaid {
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("lines: none (expected: at least 1)");
            }
            if (lines.stream().map(SoldLine::line).distinct().count() != lines.size()) {
                throw new IllegalArgumentException("lines: a line number twice (expected: each once)");
            }
            lines = List.copyOf(lines);
        }
    }

    /** One line of a paid order; {@code minor} is what the shopper pays for all its units. */
    record SoldLine(int line, String sku, String category, String merchant, int quantity, long minor) {

        public SoldLine {
            if (quantity < 1) {
                throw new IllegalArgumentException("quantity: " + quantity + " (expected: >= 1)");
            }
            if (minor < 0) {
                throw new IllegalArgumentException("minor: " + minor + " (expected: >= 0)");
            }
        }
    }

    /** The return window has closed. */
    record OrderCompleted(Cause cause, String userId, String orderId) implements Input {}

    /** The order came to nothing. */
    record OrderCancelled(Cause cause, String userId, String orderId) implements Input {}

    /** Goods came back and were checked. */
    record ReturnReceived(Cause cause, String userId, String orderId, String returnId, List<ReturnedLine> lines)
            implements Input {

        public ReturnReceived {
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("lines: none (expected: at least 1)");
            }
            lines = List.copyOf(lines);
        }
    }

    /** Units of one line in a return; a line may be named several times (good and damaged units). */
    record ReturnedLine(int line, int quantity) {

        public ReturnedLine {
            if (quantity < 1) {
                throw new IllegalArgumentException("quantity: " + quantity + " (expected: >= 1)");
            }
        }
    }

    /** The partner has paid us for the order. */
    record RebateSettled(Cause cause, String userId, String orderId) implements Input {}
}
