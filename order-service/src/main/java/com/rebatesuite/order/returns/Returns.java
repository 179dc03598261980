package com.rebatesuite.order.returns;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The store of returns. A return changes only under the lock of its order. */
public interface Returns {

    /** Stores new returns as they are. */
    void add(List<Return> returns);

    /** Stores the state a return has come to, and the condition of its lines. */
    void update(Return changed);

    /** The return. */
    Optional<Return> find(UUID id);

    /** All returns of the orders, in the order of their ids. */
    List<Return> ofOrders(Collection<UUID> orderIds);
}
