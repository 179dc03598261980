package com.rebatesuite.rebate.settlement;

import com.rebatesuite.rebate.command.LedgerCommand;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order, or some of its lines, earns nothing; without {@code lines} it is all of them. */
public record RebateRejected(
        String rejectionId,
        String orderId,
        String userId,
        @Nullable List<Integer> lines,
        String reason,
        String by) implements LedgerCommand {

    public RebateRejected {
        lines = lines == null ? null : List.copyOf(lines);
    }

    /** What an operator asks for; who the shopper is only the order says. */
    public record Wanted(
            IdempotencyKey key, String orderId, @Nullable List<Integer> lines, String reason, String by) {

        public Wanted {
            lines = lines == null ? null : List.copyOf(lines);
        }

        /** The same for the same operator, order and key. */
        public String id() {
            return key.idOf("rejection", by, orderId);
        }

        /** The lines that are named: none if all are meant. */
        List<Integer> named() {
            return lines == null ? List.of() : lines;
        }

        boolean isAbout(int line) {
            return lines == null || lines.contains(line);
        }

        RebateRejected of(String userId) {
            return new RebateRejected(id(), orderId, userId, lines, reason, by);
        }
    }

    @Override
    public String type() {
        return "rebate-rejected.v1";
    }

    @Override
    public String subject() {
        return orderId;
    }
}
