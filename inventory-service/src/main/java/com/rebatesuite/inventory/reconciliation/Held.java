package com.rebatesuite.inventory.reconciliation;

import com.rebatesuite.inventory.reservation.Status;
import com.rebatesuite.inventory.reservation.StockPolicy;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What our books say about the goods of an order, and since when. */
public record Held(
        UUID orderId,
        String userId,
        Status status,
        StockPolicy policy,
        @Nullable Instant expiresAt,
        int sequence,
        Instant updatedAt) {

    /** Whether goods are held now. */
    boolean holds(Instant now) {
        return status == Status.HELD && (expiresAt == null || expiresAt.isAfter(now));
    }
}
