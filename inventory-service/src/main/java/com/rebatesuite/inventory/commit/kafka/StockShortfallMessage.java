package com.rebatesuite.inventory.commit.kafka;

import com.rebatesuite.inventory.movement.Movement;
import java.time.Instant;

/** What is said in stock-shortfall.v1. */
record StockShortfallMessage(
        String sku, String location, long sequence, long units, long shortfall, String reference, Instant occurredAt) {

    static StockShortfallMessage of(Movement movement) {
        var after = movement.after();
        return new StockShortfallMessage(
                after.key().sku(),
                after.key().location(),
                after.sequence(),
                movement.deltas().shortfall(),
                after.shortfall(),
                movement.origin().reference(),
                movement.recordedAt());
    }
}
