package com.rebatesuite.inventory.view.web;

import com.rebatesuite.inventory.view.SkuLevels;
import java.util.List;

/** How much of one product there is in all and where; for shoppers. */
record SkuResponse(String sku, long available, List<LevelResponse> levels) {

    static SkuResponse of(SkuLevels product) {
        return new SkuResponse(
                product.sku(),
                product.available(),
                product.levels().stream().map(LevelResponse::of).toList());
    }
}
