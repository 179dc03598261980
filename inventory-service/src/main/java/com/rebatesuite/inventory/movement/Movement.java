package com.rebatesuite.inventory.movement;

import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import java.time.Instant;
import java.util.UUID;

/** One row of the journal: what moved, why, and the level after it. */
public record Movement(UUID id, Reason reason, Origin origin, Deltas deltas, StockLevel after, Instant recordedAt) {

    /** The level that moved. */
    public LevelKey key() {
        return after.key();
    }
}
