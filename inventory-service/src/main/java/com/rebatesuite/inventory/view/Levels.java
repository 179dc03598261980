package com.rebatesuite.inventory.view;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The books, as far as they say how much there is. */
public interface Levels {

    /** All levels of each of the products, by location; a product without any is missing. */
    Map<String, List<StockLevel>> of(Collection<String> skus);

    /** The one level, if there is such a one. */
    default Optional<StockLevel> of(LevelKey key) {
        return of(List.of(key.sku())).getOrDefault(key.sku(), List.of()).stream()
                .filter(level -> level.key().equals(key))
                .findFirst();
    }

    /** The first products behind this one that have levels, in their order; an empty name is before them all. */
    List<String> skusAfter(String sku, int limit);
}
