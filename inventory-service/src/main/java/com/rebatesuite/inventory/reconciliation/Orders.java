package com.rebatesuite.inventory.reconciliation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks the owner of the orders. */
public interface Orders {

    /** The most orders of one question. */
    int MOST = 500;

    /**
     * Those of the orders that exist.
     *
     * @throws OrdersUnavailable if there is no answer
     */
    List<OrderSeen> of(Collection<UUID> orderIds);

    /**
     * Orders from confirmed to delivered, page by page; a null cursor is the first page.
     *
     * @throws OrdersUnavailable if there is no answer
     */
    OpenOrders open(@Nullable String cursor);

    /** A page, and where the next one begins if there is one. */
    record OpenOrders(List<OrderSeen> orders, @Nullable String next) {

        public OpenOrders {
            orders = List.copyOf(orders);
        }
    }
}
