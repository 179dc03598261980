package com.rebatesuite.inventory.commit.kafka;

import com.rebatesuite.inventory.level.Crossing;
import java.time.Instant;

/** What is said in stock-low.v1, stock-out.v1 and stock-recovered.v1, which differ in their type only. */
record SupplyChangedMessage(
        String sku,
        String location,
        long sequence,
        String before,
        long available,
        long safetyStock,
        long reorderPoint,
        long hysteresis,
        Instant occurredAt) {

    static SupplyChangedMessage of(Crossing crossing) {
        var level = crossing.level();
        var thresholds = level.thresholds();
        return new SupplyChangedMessage(
                level.key().sku(),
                level.key().location(),
                level.sequence(),
                crossing.before().wire(),
                level.available(),
                thresholds.safetyStock(),
                thresholds.reorderPoint(),
                thresholds.hysteresis(),
                crossing.at());
    }
}
