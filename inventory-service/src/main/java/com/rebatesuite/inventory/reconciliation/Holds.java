package com.rebatesuite.inventory.reconciliation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what our books say about orders. */
public interface Holds {

    /**
     * Orders for which goods are held, or have left since then, by their ids.
     *
     * @param after begins behind that order; null begins at the first
     * @param sku only orders with that product; null means any
     */
    List<Held> open(@Nullable UUID after, Instant leftSince, @Nullable String sku, int limit);

    /** What is known about these orders. */
    List<Held> of(Collection<UUID> orderIds);
}
