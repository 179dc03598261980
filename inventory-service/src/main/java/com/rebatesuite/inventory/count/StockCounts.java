package com.rebatesuite.inventory.count;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Keeps counts. */
public interface StockCounts {

    /** Keeps a new one whose lines say how these products are now, or when none is named, all of its location. */
    StockCount open(StockCount empty, List<String> skus, int limit);

    /** The count, if there is one. */
    Optional<StockCount> of(UUID id);

    /** Those that stand like this, latest first, from before that id on. */
    List<CountHead> page(Status status, UUID before, int limit);

    /**
     * Changes it, alone and at once: for good, whatever else the caller is about to do. A booking can rely on it.
     *
     * @throws CountRefused if there is none
     */
    StockCount changeNow(UUID id, UnaryOperator<StockCount> change);

    /**
     * Changes it, alone, together with what the caller does otherwise.
     *
     * @throws CountRefused if there is none
     */
    StockCount change(UUID id, UnaryOperator<StockCount> change);
}
