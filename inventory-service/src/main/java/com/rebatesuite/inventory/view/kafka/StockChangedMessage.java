package com.rebatesuite.inventory.view.kafka;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.level.Supply;
import com.rebatesuite.inventory.level.Thresholds;
import org.jspecify.annotations.Nullable;

/** What the view needs of contracts/events/stock-changed.v1. What was added later is absent in older events. */
record StockChangedMessage(
        String sku,
        String location,
        long sequence,
        long onHand,
        long held,
        long damaged,
        @Nullable Long shortfall,
        @Nullable Long safetyStock,
        @Nullable Long reorderPoint,
        @Nullable Long hysteresis,
        @Nullable String supply) {

    StockLevel level() {
        var key = new LevelKey(sku, location);
        if (supply == null) {
            return new StockLevel(key, onHand, held, damaged, sequence);
        }
        return new StockLevel(
                key,
                onHand,
                held,
                damaged,
                orZero(shortfall),
                new Thresholds(orZero(safetyStock), orZero(reorderPoint), orZero(hysteresis)),
                Supply.of(supply),
                sequence);
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
