package com.rebatesuite.inventory.count.web;

import com.rebatesuite.inventory.count.OpenCount;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was found. */
record EnterCountRequest(
        @NotEmpty @Size(max = OpenCount.MOST) List<@Valid @NotNull FoundRequest> lines) {

    Map<String, Long> found() {
        return lines.stream().collect(Collectors.toMap(FoundRequest::sku, FoundRequest::quantity, Long::sum));
    }

    /** Units of one product; of those at several places the sum is taken. */
    record FoundRequest(
            @NotBlank @Size(max = 64) String sku,
            @NotNull @Min(0) @Max(1_000_000_000) Long quantity) {}
}
