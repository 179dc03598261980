package com.rebatesuite.inventory.view.web;

import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.view.SkuLevels;
import java.util.List;
import java.util.function.ToLongFunction;

/** How much of one product there is in all and where; for operators. */
record OpsSkuResponse(
        String sku,
        long onHand,
        long held,
        long damaged,
        long available,
        long shortfall,
        List<OpsLevelResponse> levels) {

    static OpsSkuResponse of(SkuLevels product) {
        return new OpsSkuResponse(
                product.sku(),
                sum(product, StockLevel::onHand),
                sum(product, StockLevel::held),
                sum(product, StockLevel::damaged),
                product.available(),
                sum(product, StockLevel::shortfall),
                product.levels().stream().map(OpsLevelResponse::of).toList());
    }

    private static long sum(SkuLevels product, ToLongFunction<StockLevel> quantity) {
        return product.levels().stream().mapToLong(quantity).sum();
    }
}
