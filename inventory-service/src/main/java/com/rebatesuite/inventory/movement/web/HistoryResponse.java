package com.rebatesuite.inventory.movement.web;

import com.rebatesuite.inventory.level.StockLevel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The levels of a product, now or as they were then. */
record HistoryResponse(String sku, @Nullable Instant at, List<LevelThenResponse> levels) {

    static HistoryResponse of(String sku, @Nullable Instant at, List<StockLevel> levels) {
        return new HistoryResponse(
                sku, at, levels.stream().map(LevelThenResponse::of).toList());
    }

    /** One of them, with the number of the movement that left it so. */
    record LevelThenResponse(
            String location, long onHand, long held, long damaged, long shortfall, long available, long sequence) {

        static LevelThenResponse of(StockLevel level) {
            return new LevelThenResponse(
                    level.key().location(),
                    level.onHand(),
                    level.held(),
                    level.damaged(),
                    level.shortfall(),
                    level.available(),
                    level.sequence());
        }
    }
}
