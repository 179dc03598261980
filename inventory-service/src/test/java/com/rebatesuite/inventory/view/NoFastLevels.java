package com.rebatesuite.inventory.view;

import com.rebatesuite.inventory.level.StockLevel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A fast view that is always away. */
public final class NoFastLevels implements FastLevels {

    @Override
    public Known of(Collection<String> skus) {
        throw away();
    }

    @Override
    public void write(Collection<StockLevel> levels) {
        throw away();
    }

    @Override
    public void fill(Map<String, List<StockLevel>> levels, String run) {
        throw away();
    }

    @Override
    public String forget(Collection<String> skus) {
        throw away();
    }

    @Override
    public long retain(int chunk, Function<Collection<String>, Set<String>> existing) {
        throw away();
    }

    private static IllegalStateException away() {
        return new IllegalStateException("the fast view is away");
    }
}
