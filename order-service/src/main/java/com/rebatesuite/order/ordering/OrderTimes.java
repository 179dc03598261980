package com.rebatesuite.order.ordering;

import java.time.Instant;

/** When an order was placed by the shopper's or partner's account, when it reached us, and when it was written down. */
public record OrderTimes(Instant occurredAt, Instant receivedAt, Instant recordedAt) {

    /** All at once: what our own shop sells is received and recorded when it happens. */
    public static OrderTimes at(Instant now) {
        return new OrderTimes(now, now, now);
    }
}
