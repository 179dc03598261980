package com.rebatesuite.inventory.transfer.web;

import com.rebatesuite.inventory.transfer.Kind;
import com.rebatesuite.inventory.transfer.Step;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Units of products, as they come in requests. */
final class LinesRequest {

    private LinesRequest() {}

    /** Equal products are one. */
    static SortedMap<String, Long> units(List<LineRequest> lines) {
        var units = new TreeMap<String, Long>();
        lines.forEach(line -> units.merge(line.sku(), line.quantity(), Math::addExact));
        return units;
    }

    /** All the rest goes back. */
    static Step back(String request, String actor, Instant at) {
        return new Step(request, Kind.RETURN, new TreeMap<>(), actor, null, null, at, false);
    }

    /** Units of one product. */
    record LineRequest(
            @NotBlank @Size(max = 64) String sku,
            @Min(1) @Max(1_000_000_000) long quantity) {}
}
