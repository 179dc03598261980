package com.rebatesuite.inventory.alert.web;

import com.rebatesuite.inventory.alert.Acknowledgement;
import com.rebatesuite.inventory.alert.Alert;
import com.rebatesuite.inventory.alert.Crossed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alert; one that is asked for by itself comes with its crossings. */
record AlertResponse(
        UUID id,
        String sku,
        String location,
        String category,
        String kind,
        String state,
        long sequence,
        long available,
        long safetyStock,
        long reorderPoint,
        long hysteresis,
        Instant raisedAt,
        Instant changedAt,
        @Nullable Instant clearedAt,
        @Nullable Instant projectedOutAt,
        @Nullable AcknowledgedBy acknowledged,
        @Nullable List<CrossingResponse> crossings) {

    static AlertResponse of(Alert alert) {
        return of(alert, null);
    }

    static AlertResponse of(Alert alert, @Nullable List<Crossed> crossings) {
        return new AlertResponse(
                alert.id(),
                alert.level().sku(),
                alert.level().location(),
                alert.category(),
                alert.kind().wire(),
                alert.state().wire(),
                alert.sequence(),
                alert.available(),
                alert.thresholds().safetyStock(),
                alert.thresholds().reorderPoint(),
                alert.thresholds().hysteresis(),
                alert.raisedAt(),
                alert.changedAt(),
                alert.clearedAt(),
                alert.projectedOutAt(),
                AcknowledgedBy.of(alert.acknowledgement()),
                crossings == null
                        ? null
                        : crossings.stream().map(CrossingResponse::of).toList());
    }

    /** Who has taken it upon himself. */
    record AcknowledgedBy(String by, Instant at, @Nullable String note) {

        static @Nullable AcknowledgedBy of(@Nullable Acknowledgement acknowledgement) {
            return acknowledgement == null
                    ? null
                    : new AcknowledgedBy(acknowledgement.by(), acknowledgement.at(), acknowledgement.note());
        }
    }

    /** One crossing of the level. */
    record CrossingResponse(long sequence, String before, String supply, long available, Instant occurredAt) {

        static CrossingResponse of(Crossed crossed) {
            return new CrossingResponse(
                    crossed.sequence(),
                    crossed.before().wire(),
                    crossed.supply().wire(),
                    crossed.available(),
                    crossed.at());
        }
    }
}
