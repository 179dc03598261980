package com.rebatesuite.rebate.settlement;

/** Whether a command was written down is not known; it may be sent again. */
public class CommandNotWritten extends RuntimeException {

    public CommandNotWritten(String orderId, Throwable cause) {
        super("the command for order " + orderId + " was not acknowledged", cause);
    }
}
