package com.rebatesuite.order.ordering.web;

import com.rebatesuite.order.ordering.Wanted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What a shopper wants; the prices are the catalogue's. */
record PlaceOrderRequest(@NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid Line> lines) {

    record Line(
            @NotBlank @Size(max = 64) String sku,
            @Min(1) @Max(1_000_000) int quantity) {}

    List<Wanted> wanted() {
        return lines.stream()
                .map(line -> new Wanted(line.sku(), line.quantity()))
                .toList();
    }
}
