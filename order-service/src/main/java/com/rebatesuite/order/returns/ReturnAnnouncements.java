package com.rebatesuite.order.returns;

import java.util.List;

/** Where events of returns are written for the world to read, in the transaction of what they tell of. */
@FunctionalInterface
public interface ReturnAnnouncements {

    /** Announces, in this order. */
    void announce(List<ReturnEvent> events);
}
