package com.rebatesuite.inventory.commit.kafka;

import com.rebatesuite.inventory.movement.Movement;
import java.time.Instant;

/** What is said in stock-changed.v1. */
record StockChangedMessage(
        String sku,
        String location,
        long sequence,
        String reason,
        String reference,
        Instant occurredAt,
        long onHandDelta,
        long heldDelta,
        long damagedDelta,
        long shortfallDelta,
        long onHand,
        long held,
        long damaged,
        long shortfall,
        long available,
        long safetyStock,
        long reorderPoint,
        long hysteresis,
        String supply) {

    static StockChangedMessage of(Movement movement) {
        var deltas = movement.deltas();
        var after = movement.after();
        return new StockChangedMessage(
                after.key().sku(),
                after.key().location(),
                after.sequence(),
                movement.reason().wire(),
                movement.origin().reference(),
                movement.recordedAt(),
                deltas.onHand(),
                deltas.held(),
                deltas.damaged(),
                deltas.shortfall(),
                after.onHand(),
                after.held(),
                after.damaged(),
                after.shortfall(),
                after.available(),
                after.thresholds().safetyStock(),
                after.thresholds().reorderPoint(),
                after.thresholds().hysteresis(),
                after.supply().wire());
    }
}
