package com.rebatesuite.inventory.view;

import com.rebatesuite.inventory.level.StockLevel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The fast view. It may be a moment late, it may be away, and it may come back with less than it had: it answers for a
 * product only when all its levels were filled in since its store was started.
 */
public interface FastLevels {

    /** Those products of which everything is known here. */
    Known of(Collection<String> skus);

    /** Takes over these levels, except where it knows a later one already: writes may come in any order. */
    void write(Collection<StockLevel> levels);

    /**
     * The same with all levels there are of each product: from now on it answers for them.
     *
     * @param levels as the books said after {@code run} was known
     * @param run nothing is answered for when the store has been started anew since
     */
    void fill(Map<String, List<StockLevel>> levels, String run);

    /** Answers for these products no more, and says which run of the store it is. */
    String forget(Collection<String> skus);

    /**
     * Removes whatever is not a product with levels.
     *
     * @param chunk how many names are looked at in one go
     * @param existing which of these products have levels
     * @return how many were removed
     */
    long retain(int chunk, Function<Collection<String>, Set<String>> existing);

    /**
     * What the view has found.
     *
     * @param run names one run of the store, from its start to its end; empty while it is away
     * @param levels by product, each by location
     */
    record Known(String run, Map<String, List<StockLevel>> levels) {

        /** The view is away. */
        static final Known NOTHING = new Known("", Map.of());

        public Known {
            levels = Map.copyOf(levels);
        }
    }
}
