package com.rebatesuite.inventory.alert;

import com.rebatesuite.inventory.level.LevelKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a level will be out if units go on leaving as they did; null when nothing leaves. */
public record Projection(
        LevelKey level, long available, Pace pace, @Nullable Instant outAt) {}
