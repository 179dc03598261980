package com.rebatesuite.inventory.view.web;

import com.rebatesuite.inventory.level.StockLevel;

/** How much of one product there is at one place; the sequence says which of two answers is the later one. */
record LevelResponse(String sku, String location, long onHand, long held, long damaged, long available, long sequence) {

    static LevelResponse of(StockLevel level) {
        return new LevelResponse(
                level.key().sku(),
                level.key().location(),
                level.onHand(),
                level.held(),
                level.damaged(),
                level.available(),
                level.sequence());
    }
}
