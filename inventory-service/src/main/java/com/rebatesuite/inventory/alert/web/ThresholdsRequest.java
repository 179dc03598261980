package com.rebatesuite.inventory.alert.web;

import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.level.Thresholds;
import com.rebatesuite.inventory.movement.Origin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Thresholds of a level, in units. */
record ThresholdsRequest(
        @Min(0) @Max(1_000_000_000) long safetyStock,
        @Min(0) @Max(1_000_000_000) long reorderPoint,
        @Min(0) @Max(1_000_000_000) long hysteresis) {

    StockCommand.Judge command(
            LevelKey key, @Nullable Thresholds expected, String cause, String actor, boolean dryRun) {
        var note = "safety stock " + safetyStock + ", reorder point " + reorderPoint + ", hysteresis " + hysteresis;
        return new StockCommand.Judge(
                new Origin(cause, "thresholds", actor, note),
                key,
                new Thresholds(safetyStock, reorderPoint, hysteresis),
                expected,
                dryRun);
    }
}
