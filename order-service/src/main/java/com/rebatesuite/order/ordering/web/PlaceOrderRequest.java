package com.rebatesuite.order.ordering.web;

import com.rebatesuite.order.ordering.Wanted;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shopper wants; the prices are the catalogue's. Quotes are kept as they are and read by rebate-service. */
record PlaceOrderRequest(@NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid Line> lines) {

    @Schema(name = "PlaceOrderLine")
    record Line(
            @NotBlank @Size(max = 64) String sku,
            @Min(1) @Max(1_000_000) int quantity,
            // Printable: as many bytes as characters, and nothing that a database refuses.
            @Pattern(regexp = "[\\x21-\\x7e]{1,4096}") @Nullable String quote) {}

    List<Wanted> wanted() {
        return lines.stream()
                .map(line -> new Wanted(line.sku(), line.quantity(), line.quote()))
                .toList();
    }
}
