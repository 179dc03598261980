package com.rebatesuite.inventory.outside.web;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.movement.Origin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Units that will never be accounted for, and why they are closed all the same. */
record SettleRequest(
        @Nullable @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,31}") String location,

        @Min(1) @Max(1_000_000_000_000L) long quantity,
        @NotBlank @Size(max = 200) String reason) {

    LevelKey level(String sku) {
        return new LevelKey(sku, Objects.requireNonNullElse(location, LevelKey.MAIN));
    }

    Origin origin(LevelKey level, String actor, String key) {
        return new Origin(
                "settle/" + actor + "/" + key, "shortfall/" + level.sku() + "/" + level.location(), actor, reason);
    }
}
