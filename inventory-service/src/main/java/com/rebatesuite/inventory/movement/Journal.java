package com.rebatesuite.inventory.movement;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the journal. */
public interface Journal {

    /** Movements of one level with a smaller sequence, newest first. */
    List<Movement> before(LevelKey key, long sequence, int limit);

    /** What happened for these references, added up by product and reason. */
    List<MovementSum> sums(Collection<String> references);

    /** The levels of the product as they were then: at one location, or at all when null. */
    List<StockLevel> at(String sku, @Nullable String location, Instant then);

    /** From when on all movements are kept. */
    Instant keptFrom();

    /** Compares levels with what their journal adds up to and with the open reservations: of one product, or of all when null. */
    Verification verify(@Nullable String sku);
}
