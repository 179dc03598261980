package com.rebatesuite.analytics.behaviour;

import com.rebatesuite.analytics.behaviour.BehaviourEvent.CartAdded;
import com.rebatesuite.analytics.behaviour.BehaviourEvent.Occasion;
import com.rebatesuite.analytics.behaviour.BehaviourEvent.ProductSearched;
import com.rebatesuite.analytics.behaviour.BehaviourEvent.ProductViewed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks what an app reports, one event at a time: a phone's mistake spoils only its own event. */
final class BehaviourCheck {

    /** A phone's clock may run ahead by so much; when it is more, the time of receipt is nearer to the truth. */
    static final Duration MAX_AHEAD = Duration.ofMinutes(5);

    /** Older events are of no use to anybody any more. */
    static final Duration MAX_AGE = Duration.ofDays(7);

    private static final int MAX_ID = 128;
    private static final int MAX_QUERY = 512;
    private static final int MAX_QUANTITY = 1_000_000;

    private BehaviourCheck() {}

    static Checked check(@Nullable Object reported, String userId, Instant receivedAt) {
        if (!(reported instanceof Map<?, ?> fields)) {
            return new Checked.Bad("", List.of("event: " + reported + " (expected: an object)"));
        }
        var form = new Form(fields);
        var eventId = form.text("event_id", MAX_ID);
        var occurredAt = corrected(form.instant("occurred_at"), receivedAt, form);
        var event = event(form, new Occasion(eventId, userId, occurredAt, receivedAt));
        return event == null || !form.complaints().isEmpty()
                ? new Checked.Bad(eventId, form.complaints())
                : new Checked.Good(event);
    }

    private static Instant corrected(@Nullable Instant occurredAt, Instant receivedAt, Form form) {
        if (occurredAt == null || occurredAt.isAfter(receivedAt.plus(MAX_AHEAD))) {
            return receivedAt;
        }
        if (occurredAt.isBefore(receivedAt.minus(MAX_AGE))) {
            form.complain("occurred_at", occurredAt, "at most " + MAX_AGE.toDays() + " days ago");
        }
        return occurredAt;
    }

    private static @Nullable BehaviourEvent event(Form form, Occasion occasion) {
        var type = form.text("type", MAX_ID);
        return switch (type) {
            case "product-viewed" ->
                new ProductViewed(occasion, form.text("sku", MAX_ID), form.optionalText("category", MAX_ID));
            case "product-searched" -> new ProductSearched(occasion, form.text("query", MAX_QUERY));
            case "cart-added" ->
                new CartAdded(
                        occasion,
                        form.text("sku", MAX_ID),
                        form.optionalText("category", MAX_ID),
                        form.number("quantity", MAX_QUANTITY));
            case "" -> null;
            default -> {
                form.complain("type", type, "product-viewed, product-searched or cart-added");
                yield null;
            }
        };
    }
}
