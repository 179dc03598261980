package com.rebatesuite.order.returns;

import com.rebatesuite.order.ordering.Order;
import java.time.Instant;

/** Something that happened to a return; carries the return and its order as they are afterwards. */
public sealed interface ReturnEvent {

    /** The order after the event; its sequence is the event's. */
    Order order();

    /** The return after the event. */
    Return returned();

    /** When it happened. */
    Instant occurredAt();

    /** Somebody wants to send units back. */
    record Requested(Order order, Return returned, Instant occurredAt) implements ReturnEvent {}

    /** The units are here; the refund is due. */
    record Received(Order order, Return returned, Instant occurredAt) implements ReturnEvent {}

    /** The units are not taken back. */
    record Refused(Order order, Return returned, Instant occurredAt) implements ReturnEvent {}
}
