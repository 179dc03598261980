package com.rebatesuite.inventory.outside;

import com.rebatesuite.inventory.level.LevelKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where shortfalls can be read. */
public interface Shortfalls {

    /** Levels that are short, by product and location, behind this one; from the first one on when null. */
    List<Shortfall> after(@Nullable LevelKey key, int limit);
}
