package com.rebatesuite.inventory.alert.web;

import com.rebatesuite.inventory.alert.Projection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code projected_out_at} = now + available / units × window; absent when nothing leaves. */
record ProjectionResponse(
        String sku,
        String location,
        long available,
        long units,
        long windowSeconds,
        double unitsPerHour,
        @Nullable Instant projectedOutAt) {

    static ProjectionResponse of(Projection projection) {
        return new ProjectionResponse(
                projection.level().sku(),
                projection.level().location(),
                projection.available(),
                projection.pace().units(),
                projection.pace().over().toSeconds(),
                projection.pace().perHour(),
                projection.outAt());
    }
}
