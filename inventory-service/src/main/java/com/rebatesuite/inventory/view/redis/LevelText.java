package com.rebatesuite.inventory.view.redis;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.StockLevel;
import com.rebatesuite.inventory.level.Supply;
import com.rebatesuite.inventory.level.Thresholds;

/** A level as one short string that begins with its sequence. */
final class LevelText {

    private LevelText() {}

    static String of(StockLevel level) {
        var thresholds = level.thresholds();
        return level.sequence() + ":" + level.onHand() + ":" + level.held() + ":" + level.damaged() + ":"
                + level.shortfall() + ":" + thresholds.safetyStock() + ":" + thresholds.reorderPoint() + ":"
                + thresholds.hysteresis() + ":" + level.supply().wire();
    }

    /**
     * The level that was written like that.
     *
     * @throws IllegalArgumentException if none was
     */
    static StockLevel read(LevelKey key, String text) {
        var parts = text.split(":", -1);
        if (parts.length != 9) {
            throw new IllegalArgumentException("level of " + key + ": '" + text + "' (expected: 9 parts)");
        }
        return new StockLevel(
                key,
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]),
                new Thresholds(Long.parseLong(parts[5]), Long.parseLong(parts[6]), Long.parseLong(parts[7])),
                Supply.of(parts[8]),
                Long.parseLong(parts[0]));
    }
}
