package com.rebatesuite.inventory.notification;

import com.rebatesuite.inventory.alert.AlertChange;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people are told: the same as the event of that type says. It is written down when it happens, so that however late
 * and often it is sent, it says what was true then.
 *
 * @param told low, out or recovered
 */
public record Notice(String type, String told, Facts facts) {

    /** The notice of this change. */
    static Notice of(AlertChange change) {
        var alert = change.alert();
        return new Notice(
                change.occasion().type(),
                alert.told(),
                new Facts(
                        alert.id(),
                        "stock/" + alert.level().location() + "/"
                                + alert.level().sku(),
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
                        change.at()));
    }

    /** The facts, as the data of contracts/events/alert-raised.v1 has them. */
    public record Facts(
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
            Instant occurredAt) {}
}
