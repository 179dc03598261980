package com.rebatesuite.order.ordering;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads how orders stand. */
public interface Standings {

    /** Those of the orders that exist. */
    List<Standing> of(Collection<UUID> orderIds);

    /** Orders from confirmed to delivered, oldest first, after that one; null means from the beginning. */
    List<Standing> open(@Nullable UUID after, int limit);
}
