package com.rebatesuite.rebate.settlement;

import com.rebatesuite.rebate.command.LedgerCommand;
import java.time.Instant;

/** The partner has paid us for the order. */
record RebateSettled(String orderId, String userId, Instant occurredAt) implements LedgerCommand {

    @Override
    public String type() {
        return "rebate-settled.v1";
    }

    @Override
    public String subject() {
        return orderId;
    }
}
