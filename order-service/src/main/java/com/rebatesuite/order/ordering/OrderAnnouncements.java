package com.rebatesuite.order.ordering;

import java.util.List;

/** Where events are written for the world to read, in the transaction of what they tell of. */
@FunctionalInterface
public interface OrderAnnouncements {

    /** Announces, in this order. */
    void announce(List<? extends OrderEvent> events);
}
