package com.rebatesuite.inventory.alert;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.Supply;
import com.rebatesuite.inventory.level.Thresholds;
import java.time.Instant;

/**
 * The supply of a level has become another one, as the stock has told. Ordered as it happened: by the sequence of its
 * level, however it may have arrived.
 */
public record Crossed(
        LevelKey level, long sequence, Supply before, Supply supply, long available, Thresholds thresholds, Instant at)
        implements Comparable<Crossed> {

    public Crossed {
        if (sequence < 1 || before == supply) {
            throw new IllegalArgumentException("crossing of " + level + ": sequence " + sequence + " from " + before
                    + " to " + supply + " (expected: 1 or more, and another supply)");
        }
    }

    @Override
    public int compareTo(Crossed other) {
        int byLevel = level.compareTo(other.level);
        return byLevel != 0 ? byLevel : Long.compare(sequence, other.sequence);
    }
}
