package com.rebatesuite.inventory.alert.kafka;

import com.rebatesuite.inventory.alert.Acknowledgement;
import com.rebatesuite.inventory.alert.AlertChange;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said in the events of an alert, which differ in their type only. */
record AlertMessage(
        UUID alertId,
        String alertKey,
        String sku,
        String location,
        String category,
        String kind,
        String state,
        long sequence,
        long available,
        long safetyStock,
        long reorderPoint,
        Instant raisedAt,
        @Nullable Instant clearedAt,
        @Nullable Instant projectedOutAt,
        @Nullable String acknowledgedBy,
        Instant occurredAt) {

    static AlertMessage of(AlertChange change) {
        var alert = change.alert();
        return new AlertMessage(
                alert.id(),
                "stock/" + alert.level().location() + "/" + alert.level().sku(),
                alert.level().sku(),
                alert.level().location(),
                alert.category(),
                alert.kind().wire(),
                alert.state().wire(),
                alert.sequence(),
                alert.available(),
                alert.thresholds().safetyStock(),
                alert.thresholds().reorderPoint(),
                alert.raisedAt(),
                alert.clearedAt(),
                alert.projectedOutAt(),
                acknowledgedBy(alert.acknowledgement()),
                change.at());
    }

    private static @Nullable String acknowledgedBy(@Nullable Acknowledgement acknowledgement) {
        return acknowledgement == null ? null : acknowledgement.by();
    }
}
