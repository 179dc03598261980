package com.rebatesuite.inventory.view.web;

import com.rebatesuite.inventory.level.StockLevel;

/** A level with all that is known of it. */
record OpsLevelResponse(
        String sku,
        String location,
        long onHand,
        long held,
        long damaged,
        long available,
        long shortfall,
        long safetyStock,
        long reorderPoint,
        long hysteresis,
        String supply,
        long sequence) {

    static OpsLevelResponse of(StockLevel level) {
        return new OpsLevelResponse(
                level.key().sku(),
                level.key().location(),
                level.onHand(),
                level.held(),
                level.damaged(),
                level.available(),
                level.shortfall(),
                level.thresholds().safetyStock(),
                level.thresholds().reorderPoint(),
                level.thresholds().hysteresis(),
                level.supply().wire(),
                level.sequence());
    }
}
