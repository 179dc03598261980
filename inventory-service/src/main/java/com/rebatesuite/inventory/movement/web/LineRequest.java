package com.rebatesuite.inventory.movement.web;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.reservation.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Units of one product. */
record LineRequest(
        @NotBlank @Size(max = 64) String sku,
        @Min(1) @Max(1_000_000_000) long quantity) {

    Line at(String location) {
        return new Line(new LevelKey(sku, location), quantity);
    }
}
