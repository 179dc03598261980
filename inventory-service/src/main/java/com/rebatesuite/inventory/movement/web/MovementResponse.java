package com.rebatesuite.inventory.movement.web;

import com.rebatesuite.inventory.movement.Movement;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the journal. */
record MovementResponse(
        UUID id,
        String sku,
        String location,
        long sequence,
        String reason,
        String reference,
        String cause,
        String actor,
        @Nullable String reasonCode,
        @Nullable String note,
        long onHandDelta,
        long heldDelta,
        long damagedDelta,
        long shortfallDelta,
        long onHand,
        long held,
        long damaged,
        long shortfall,
        long available,
        Instant recordedAt) {

    static MovementResponse of(Movement movement) {
        var after = movement.after();
        var deltas = movement.deltas();
        var origin = movement.origin();
        return new MovementResponse(
                movement.id(),
                after.key().sku(),
                after.key().location(),
                after.sequence(),
                movement.reason().wire(),
                origin.reference(),
                origin.cause(),
                origin.actor(),
                origin.code() == null ? null : origin.code().wire(),
                origin.note(),
                deltas.onHand(),
                deltas.held(),
                deltas.damaged(),
                deltas.shortfall(),
                after.onHand(),
                after.held(),
                after.damaged(),
                after.shortfall(),
                after.available(),
                movement.recordedAt());
    }
}
