package com.rebatesuite.inventory.view;

import static java.util.stream.Collectors.groupingBy;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Books in memory, which can be away. */
final class InMemoryLevels implements Levels {

    private final Map<LevelKey, StockLevel> levels = new ConcurrentSkipListMap<>();
    volatile boolean away;

    void put(StockLevel level) {
        levels.put(level.key(), level);
    }

    @Override
    public Map<String, List<StockLevel>> of(Collection<String> skus) {
        if (away) {
            throw new IllegalStateException("the books are away");
        }
        return levels.values().stream()
                .filter(level -> skus.contains(level.key().sku()))
                .collect(groupingBy(level -> level.key().sku()));
    }

    @Override
    public List<String> skusAfter(String sku, int limit) {
        return levels.keySet().stream()
                .map(LevelKey::sku)
                .distinct()
                .filter(other -> other.compareTo(sku) > 0)
                .limit(limit)
                .toList();
    }
}
