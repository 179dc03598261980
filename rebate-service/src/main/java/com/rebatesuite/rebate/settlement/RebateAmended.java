package com.rebatesuite.rebate.settlement;

import com.rebatesuite.rebate.command.LedgerCommand;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.view.MoneyView;
import java.util.List;

/** The partner has changed what lines of an order are worth. */
public record RebateAmended(
        String amendmentId, String orderId, String userId, List<AmendedLine> lines, String reason, String by)
        implements LedgerCommand {

    public RebateAmended {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines: none (expected: at least one)");
        }
    }

    /** What the whole line is worth from now on. */
    public record AmendedLine(int line, MoneyView base) {

        public AmendedLine {
            if (base.minor() < 0) {
                throw new IllegalArgumentException("base: " + base.minor() + " (expected: >= 0)");
            }
        }
    }

    /** What an operator asks for; who the shopper is only the order says. */
    public record Wanted(IdempotencyKey key, String orderId, List<AmendedLine> lines, String reason, String by) {

        public Wanted {
            lines = List.copyOf(lines);
        }

        /** The same for the same operator, order and key. */
        public String id() {
            return key.idOf("amendment", by, orderId);
        }

        RebateAmended of(String userId) {
            return new RebateAmended(id(), orderId, userId, lines, reason, by);
        }
    }

    @Override
    public String type() {
        return "rebate-amended.v1";
    }

    @Override
    public String subject() {
        return orderId;
    }
}
