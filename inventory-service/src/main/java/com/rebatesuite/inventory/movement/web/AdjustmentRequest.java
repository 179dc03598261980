package com.rebatesuite.inventory.movement.web;

import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Origin;
import com.rebatesuite.inventory.movement.ReasonCode;
import com.rebatesuite.inventory.web.Form;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody has counted differently. */
record AdjustmentRequest(
        @NotBlank @Size(max = 64) String sku,
        @Nullable @Pattern(regexp = Form.LOCATION) String location,
        @Min(-1_000_000_000) @Max(1_000_000_000) long delta,
        @Nullable @Min(0) Long expectedQuantity,
        @NotNull @Pattern(regexp = ReasonCode.ANY) String reason,
        @Nullable @Size(max = 200) String note,

        @NotNull @Size(max = 200) @Pattern(regexp = Form.REFERENCE, message = Form.REFERENCE_IS) String reference) {

    StockCommand.Adjust command(String cause, String actor, boolean dryRun) {
        return new StockCommand.Adjust(
                new Origin(cause, reference, actor, ReasonCode.of(reason), note),
                new LevelKey(sku, Objects.requireNonNullElse(location, LevelKey.MAIN)),
                delta,
                expectedQuantity,
                dryRun);
    }
}
