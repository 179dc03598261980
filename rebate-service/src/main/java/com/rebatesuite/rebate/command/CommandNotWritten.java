package com.rebatesuite.rebate.command;

/** Whether a command was written down is not known; it may be sent again. */
public class CommandNotWritten extends RuntimeException {

    public CommandNotWritten(LedgerCommand command, Throwable cause) {
        super(command.type() + " of " + command.subject() + " was not acknowledged", cause);
    }
}
