package com.rebatesuite.inventory.alert.web;

import com.rebatesuite.inventory.level.StockLevel;

/** The thresholds of a level, and what they make of it. */
record ThresholdsResponse(
        String sku,
        String location,
        long safetyStock,
        long reorderPoint,
        long hysteresis,
        long available,
        String supply,
        long sequence) {

    static ThresholdsResponse of(StockLevel level) {
        return new ThresholdsResponse(
                level.key().sku(),
                level.key().location(),
                level.thresholds().safetyStock(),
                level.thresholds().reorderPoint(),
                level.thresholds().hysteresis(),
                level.available(),
                level.supply().wire(),
                level.sequence());
    }
}
