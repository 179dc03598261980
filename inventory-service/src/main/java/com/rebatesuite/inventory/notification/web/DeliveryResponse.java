package com.rebatesuite.inventory.notification.web;

import com.rebatesuite.inventory.notification.Delivery;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one channel is told of one alert, and what has become of it. */
record DeliveryResponse(
        UUID id,
        UUID alertId,
        UUID channelId,
        String type,
        String told,
        String status,
        int attempts,
        Instant dueAt,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable String lastError) {

    static DeliveryResponse of(Delivery delivery) {
        return new DeliveryResponse(
                delivery.id(),
                delivery.alertId(),
                delivery.channelId(),
                delivery.notice().type(),
                delivery.notice().told(),
                delivery.status().wire(),
                delivery.attempts(),
                delivery.dueAt(),
                delivery.createdAt(),
                delivery.sentAt(),
                delivery.lastError());
    }
}
