package com.rebatesuite.rebate.command;

import java.util.List;

/** What the ledger is told to do. */
public interface LedgerCommands {

    /**
     * Returns when all of them are durable. Those of one user are done in this order.
     *
     * @throws CommandNotWritten if that is not certain of one of them; others may be written all the same
     */
    void send(List<? extends LedgerCommand> commands);

    /**
     * Returns when the command is durable.
     *
     * @throws CommandNotWritten if that is not certain
     */
    default void send(LedgerCommand command) {
        send(List.of(command));
    }
}
