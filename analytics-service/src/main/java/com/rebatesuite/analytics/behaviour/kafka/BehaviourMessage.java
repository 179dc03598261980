package com.rebatesuite.analytics.behaviour.kafka;

import com.rebatesuite.analytics.behaviour.BehaviourEvent;
import com.rebatesuite.analytics.behaviour.BehaviourEvent.CartAdded;
import com.rebatesuite.analytics.behaviour.BehaviourEvent.Occasion;
import com.rebatesuite.analytics.behaviour.BehaviourEvent.ProductSearched;
import com.rebatesuite.analytics.behaviour.BehaviourEvent.ProductViewed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** contracts/events/product-viewed.v1, product-searched.v1 and cart-added.v1; what an event does not have is absent. */
record BehaviourMessage(
        String eventId,
        String userId,
        Instant occurredAt,
        Instant receivedAt,
        @Nullable String sku,
        @Nullable String category,
        @Nullable String query,
        @Nullable Integer quantity) {

    static String type(BehaviourEvent event) {
        return switch (event) {
            case ProductViewed viewed -> "product-viewed.v1";
            case ProductSearched searched -> "product-searched.v1";
            case CartAdded added -> "cart-added.v1";
        };
    }

    static BehaviourMessage of(BehaviourEvent event) {
        var occasion = event.occasion();
        return switch (event) {
            case ProductViewed viewed -> of(occasion, viewed.sku(), viewed.category(), null, null);
            case ProductSearched searched -> of(occasion, null, null, searched.query(), null);
            case CartAdded added -> of(occasion, added.sku(), added.category(), null, added.quantity());
        };
    }

    private static BehaviourMessage of(
            Occasion occasion,
            @Nullable String sku,
            @Nullable String category,
            @Nullable String query,
            @Nullable Integer quantity) {
        return new BehaviourMessage(
                occasion.eventId(),
                occasion.userId(),
                occasion.occurredAt(),
                occasion.receivedAt(),
                sku,
                category,
                query,
                quantity);
    }
}
