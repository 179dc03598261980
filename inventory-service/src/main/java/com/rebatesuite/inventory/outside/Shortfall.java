package com.rebatesuite.inventory.outside;

import com.rebatesuite.inventory.level.LevelKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Units of a level that have left without having been known here, and that nothing has settled yet.
 *
 * @param since when the level became short
 * @param lastReference what made it shorter last
 * @param lastAt when that was; like the two before it null when the journal is not kept that long
 */
public record Shortfall(
        LevelKey key,
        long units,
        @Nullable Instant since,
        @Nullable String lastReference,
        @Nullable Instant lastAt) {}
