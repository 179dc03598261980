package com.rebatesuite.inventory.replenishment.web;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.replenishment.Mode;
import com.rebatesuite.inventory.replenishment.Rule;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule as an operator states it; the model checks that its numbers go together. */
record RuleRequest(
        @NotBlank @Size(max = 64) @Pattern(regexp = TEXT) String sku,
        @Nullable @Pattern(regexp = LOCATION) String location,
        @NotNull Long min,
        @NotNull Long max,
        @Nullable Long multiple,
        @Nullable Long minimumOrder,
        @NotNull Duration leadTime,
        @NotBlank @Size(max = 200) @Pattern(regexp = TEXT) String supplier,
        @Nullable @Pattern(regexp = "automatic|to-approve") String mode,
        @Nullable Double serviceLevel,
        @Nullable Boolean active) {

    static final String TEXT = "\\P{Cntrl}*";
    static final String LOCATION = "[a-z0-9][a-z0-9-]{0,31}";

    Rule rule(String id, long version) {
        return new Rule(
                id,
                new LevelKey(sku, Objects.requireNonNullElse(location, LevelKey.MAIN)),
                min,
                max,
                Objects.requireNonNullElse(multiple, 1L),
                Objects.requireNonNullElse(minimumOrder, 1L),
                leadTime,
                supplier,
                Mode.of(Objects.requireNonNullElse(mode, Mode.TO_APPROVE.wire())),
                serviceLevel,
                Objects.requireNonNullElse(active, true),
                version);
    }
}
