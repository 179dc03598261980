package com.rebatesuite.inventory.movement.web;

import com.rebatesuite.inventory.level.Deltas;
import com.rebatesuite.inventory.level.LevelKey;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Units of one product, good ones unless they are said to be damaged. */
record ConditionLineRequest(
        @NotBlank @Size(max = 64) String sku,
        @Min(1) @Max(1_000_000_000) long quantity,
        @Nullable @Pattern(regexp = "good|damaged") String condition) {

    /** How the levels move when such units come, or with the sign turned, leave. */
    static SortedMap<LevelKey, Deltas> deltas(List<ConditionLineRequest> lines, String location, int sign) {
        var deltas = new TreeMap<LevelKey, Deltas>();
        lines.forEach(line -> deltas.merge(new LevelKey(line.sku, location), line.deltas(sign), Deltas::plus));
        return deltas;
    }

    private Deltas deltas(int sign) {
        long units = sign * quantity;
        return new Deltas(units, 0, "damaged".equals(condition) ? units : 0);
    }
}
