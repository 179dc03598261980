package com.rebatesuite.inventory.transfer;

import com.rebatesuite.inventory.level.LevelKey;
import java.util.Collection;
import java.util.SortedMap;

/** What is on its way. */
@FunctionalInterface
public interface Incoming {

    /** Units in transit of these products, by where they are going. */
    SortedMap<LevelKey, Long> of(Collection<String> skus);
}
