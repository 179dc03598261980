package com.rebatesuite.rebate.settlement;

import java.time.Instant;

/** What the ledger is told to do. */
public interface LedgerCommands {

    /**
     * Returns when the command is durable.
     *
     * @throws CommandNotWritten if that is not certain
     */
    void settle(String orderId, String userId, Instant occurredAt);
}
