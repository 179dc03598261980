package com.rebatesuite.analytics.behaviour.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/behaviour}. Events are taken as they come, so that a bad one has its own answer. */
record BehaviourRequest(
        @NotNull @Size(min = 1, max = 500) @ArraySchema(schema = @Schema(implementation = Event.class), minItems = 1, maxItems = 500)
        List<@Nullable Object> events) {

    /** How an event looks; {@code sku}, {@code query}, {@code quantity} as the type needs them. */
    @Schema(name = "BehaviourEvent")
    record Event(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 128)
            String eventId,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"product-viewed", "product-searched", "cart-added"})
            String type,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant occurredAt,

            @Nullable String sku,
            @Nullable String category,
            @Nullable String query,
            @Nullable Integer quantity) {}
}
