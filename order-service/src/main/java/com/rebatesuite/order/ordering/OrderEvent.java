package com.rebatesuite.order.ordering;

import java.time.Instant;

/** Something that happened to an order; carries the order as it is afterwards. */
public sealed interface OrderEvent {

    /** The order after the event; its sequence is the event's. */
    Order order();

    /** When it happened, which for partner orders may be long ago. */
    Instant occurredAt();

    /** Placed and priced; nothing is held yet. */
    record Placed(Order order, Instant occurredAt) implements OrderEvent {}

    /** All its goods are held. */
    record Confirmed(Order order, Instant occurredAt) implements OrderEvent {}

    /** Its goods could not be held: see {@link Progress#reason()} and {@link Progress#missing()}. */
    record Rejected(Order order, Instant occurredAt) implements OrderEvent {}

    /** The whole total has been paid. */
    record Paid(Order order, Instant occurredAt) implements OrderEvent {}

    /** The goods have left the house. */
    record Shipped(Order order, Instant occurredAt) implements OrderEvent {}

    /** The goods arrived; {@link Progress#deadline()} is the end of the return window. */
    record Delivered(Order order, Instant occurredAt) implements OrderEvent {}

    /** The return window has closed. */
    record Completed(Order order, Instant occurredAt) implements OrderEvent {}

    /** Taken back before shipping, for {@link Progress#reason()}. */
    record Cancelled(Order order, Instant occurredAt) implements OrderEvent {}

    /** Not paid (or never answered) in time. */
    record Expired(Order order, Instant occurredAt) implements OrderEvent {}
}
