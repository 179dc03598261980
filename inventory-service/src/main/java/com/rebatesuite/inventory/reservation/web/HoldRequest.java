package com.rebatesuite.inventory.reservation.web;

import com.rebatesuite.inventory.commit.StockCommand;
import com.rebatesuite.inventory.reservation.Asked;
import com.rebatesuite.inventory.reservation.Demand;
import com.rebatesuite.inventory.reservation.StockPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an order asks for; {@code stock_policy} is {@code none}, {@code track} or, if it says nothing, {@code hold}. */
record HoldRequest(
        @NotBlank @Size(max = 200) String userId,
        @Nullable @Pattern(regexp = "none|track|hold") String stockPolicy,
        @NotEmpty @Size(max = 1000) List<@Valid LineRequest> lines) {

    StockCommand.Hold command(UUID orderId, String actor) {
        var policy = stockPolicy == null ? StockPolicy.HOLD : StockPolicy.of(stockPolicy);
        var demands = lines.stream().map(LineRequest::demand).toList();
        return new StockCommand.Hold(orderId, new Asked(userId, demands, policy, false), actor);
    }

    /** Units of one product, from one place if one is named. */
    record LineRequest(
            @NotBlank @Size(max = 64) String sku,

            @Nullable @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,31}") String location,

            @Min(1) @Max(1_000_000_000) long quantity) {

        Demand demand() {
            return new Demand(sku, location, quantity);
        }
    }
}
