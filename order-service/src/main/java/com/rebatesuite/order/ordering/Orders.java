package com.rebatesuite.order.ordering;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store of orders. Whatever locks does so until the end of the caller's transaction. */
public interface Orders {

    /** Stores new orders. */
    void add(List<Order> placed);

    /** The order as it is, without a lock. */
    Optional<Order> find(UUID id);

    /** The order, locked. */
    Optional<Order> lock(UUID id);

    /** Those of the orders that exist, locked in the order of their ids. */
    List<Order> lockAll(Collection<UUID> ids);

    /** Some orders whose deadline has passed and which nobody else has locked, locked. */
    List<Order> lockOverdue(Instant now, int limit);

    /** A partner's orders by its own numbers, without a lock. */
    List<Order> findByExternalNumbers(String partner, Collection<String> externalNumbers);

    /** A partner's orders by its own numbers, locked in the order of their ids. */
    List<Order> lockByExternalNumbers(String partner, Collection<String> externalNumbers);

    /**
     * Stores how far orders have come.
     *
     * @throws IllegalStateException if one has moved on since it was read
     */
    void update(List<Step> steps);

    /** Stores how many units of the orders' lines have come back. */
    void updateReturns(List<Order> orders);

    /** Orders after {@code after} in the order of their ids, newest first; null means any. */
    List<Order> page(@Nullable String userId, @Nullable OrderState state, @Nullable UUID after, int limit);

    /** From which sequence an order has come to where it is now. */
    record Step(int fromSequence, Order to) {}
}
