package com.rebatesuite.analytics.behaviour;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something a shopper did. */
public sealed interface BehaviourEvent {

    /** Who did it, and when. */
    Occasion occasion();

    /** Looked at a product. */
    record ProductViewed(
            Occasion occasion, String sku, @Nullable String category) implements BehaviourEvent {}

    /** Searched. */
    record ProductSearched(Occasion occasion, String query) implements BehaviourEvent {}

    /** Put units of a product into the cart. */
    record CartAdded(
            Occasion occasion, String sku, @Nullable String category, int quantity) implements BehaviourEvent {}

    /**
     * Who did it, and when.
     *
     * @param eventId the app's own id of the event: a repeat carries the same
     * @param occurredAt when, by the clock of the phone, unless that runs ahead
     * @param receivedAt when we were told
     */
    record Occasion(String eventId, String userId, Instant occurredAt, Instant receivedAt) {}
}
