package com.rebatesuite.inventory.alert;

import com.rebatesuite.inventory.level.LevelKey;
import java.time.Instant;

/** What has left the levels, or was promised to leave. */
public interface Departures {

    /** At what pace units of the level left between these two moments. */
    Pace of(LevelKey key, Instant from, Instant until);
}
