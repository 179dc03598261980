package com.rebatesuite.inventory.view;

import com.rebatesuite.inventory.level.StockLevel;
import java.util.List;

/**
 * One product at all its places, in the order of their names.
 *
 * @param available units that can still be promised, at all places from which is sold
 */
public record SkuLevels(String sku, List<StockLevel> levels, long available) {

    public SkuLevels {
        levels = List.copyOf(levels);
    }

    /** The product with these levels. */
    public static SkuLevels of(String sku, List<StockLevel> levels, ClosedPlaces closed) {
        var available = levels.stream()
                .filter(level -> !closed.has(level.key().location()))
                .mapToLong(StockLevel::available)
                .sum();
        return new SkuLevels(sku, levels, available);
    }
}
