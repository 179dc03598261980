package com.rebatesuite.inventory.outside.web;

import com.rebatesuite.inventory.outside.Shortfall;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One level that is short. */
record ShortfallResponse(
        String sku,
        String location,
        long shortfall,
        @Nullable Instant since,
        @Nullable String lastReference,
        @Nullable Instant lastAt) {

    static ShortfallResponse of(Shortfall shortfall) {
        return new ShortfallResponse(
                shortfall.key().sku(),
                shortfall.key().location(),
                shortfall.units(),
                shortfall.since(),
                shortfall.lastReference(),
                shortfall.lastAt());
    }
}
