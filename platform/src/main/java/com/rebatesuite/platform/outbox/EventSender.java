package com.rebatesuite.platform.outbox;

import java.util.List;
import java.util.Set;

/** Sends rows to the broker. */
@FunctionalInterface
interface EventSender {

    /**
     * Sends the rows in order, pipelined, and waits (bounded) for the acknowledgements.
     *
     * <p>Whatever fails, the rows of one topic and key that reach the log are a prefix of those given here: nothing
     * overtakes a row that did not get through.
     *
     * @return the ids of the rows that are acknowledged; the others may or may not be in the log
     */
    Set<Long> send(List<OutboxRow> rows);
}
