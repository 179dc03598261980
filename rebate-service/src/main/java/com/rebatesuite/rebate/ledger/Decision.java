package com.rebatesuite.rebate.ledger;

/** What the ledger makes of an input. */
public sealed interface Decision {

    /** Money moved: the account and the order after it, and what to tell the world. */
    record Booked(Account account, OrderRebate order, Recording recording) implements Decision {}

    /** Nothing moves yet, but it will matter later. */
    record Remembered(OrderRebate order) implements Decision {}

    /** A repeat, or a fact without consequences. */
    record Ignored(String reason) implements Decision {}

    /** The input contradicts what the ledger knows: somebody has to look at it. */
    record Refused(String reason) implements Decision {}
}
