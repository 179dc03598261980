package com.rebatesuite.inventory.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one channel is told of one alert.
 *
 * @param attempts how often it was tried
 * @param dueAt not to be sent before
 * @param lastError why the last attempt came to nothing
 */
public record Delivery(
        UUID id,
        UUID alertId,
        UUID channelId,
        Notice notice,
        DeliveryStatus status,
        int attempts,
        Instant dueAt,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable String lastError) {

    /** To be sent at once. */
    static Delivery pending(UUID id, UUID channelId, Notice notice, Instant now) {
        return new Delivery(
                id, notice.facts().alertId(), channelId, notice, DeliveryStatus.PENDING, 0, now, now, null, null);
    }
}
