package com.rebatesuite.platform.outbox;

import java.util.List;

/** Where a use case puts its events: they are stored with its transaction and reach Kafka after its commit, at least once. */
@FunctionalInterface
public interface Outbox {

    /**
     * Stores the events in the caller's transaction, in this order, with one statement.
     *
     * @throws IllegalStateException if there is no transaction: the events could outlive or miss what they tell of
     */
    void write(List<OutboxMessage> messages);
}
