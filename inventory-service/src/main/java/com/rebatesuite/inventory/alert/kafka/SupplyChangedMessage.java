package com.rebatesuite.inventory.alert.kafka;

import com.rebatesuite.inventory.alert.Crossed;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.Supply;
import com.rebatesuite.inventory.level.Thresholds;
import java.time.Instant;

/** What alerts need of stock-low.v1, stock-out.v1 and stock-recovered.v1, which differ in their type only. */
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

    SupplyChangedMessage {
        if (sku == null || location == null || before == null || occurredAt == null) {
            throw new IllegalArgumentException("sku, location, before, occurred_at: " + sku + ", " + location + ", "
                    + before + ", " + occurredAt + " (expected: all said)");
        }
    }

    Crossed crossed(Supply supply) {
        return new Crossed(
                new LevelKey(sku, location),
                sequence,
                Supply.of(before),
                supply,
                available,
                new Thresholds(safetyStock, reorderPoint, hysteresis),
                occurredAt);
    }
}
