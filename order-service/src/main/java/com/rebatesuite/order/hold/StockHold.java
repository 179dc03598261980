package com.rebatesuite.order.hold;

import com.rebatesuite.order.ordering.Order;
import java.util.Optional;

/** Inventory, asked directly. */
@FunctionalInterface
public interface StockHold {

    /** Asks for all goods of the order, which may be repeated; empty when inventory does not answer in time. */
    Optional<HoldAnswer> ask(Order order);
}
