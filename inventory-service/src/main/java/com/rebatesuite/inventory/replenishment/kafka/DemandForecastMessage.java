package com.rebatesuite.inventory.replenishment.kafka;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.replenishment.Forecast;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What replenishment needs of contracts/events/demand-forecast.v1. It is made, and so checked, when it is read. */
record DemandForecastMessage(
        String sku,
        @Nullable String location,
        long sequence,
        Instant asOf,
        String model,
        BigDecimal meanPerDay,
        @Nullable BigDecimal sigmaPerDay,
        @Nullable List<BigDecimal> days) {

    DemandForecastMessage {
        forecast(sku, location, sequence, asOf, model, meanPerDay, sigmaPerDay, days);
    }

    Forecast forecast() {
        return forecast(sku, location, sequence, asOf, model, meanPerDay, sigmaPerDay, days);
    }

    private static Forecast forecast(
            String sku,
            @Nullable String location,
            long sequence,
            Instant asOf,
            String model,
            BigDecimal meanPerDay,
            @Nullable BigDecimal sigmaPerDay,
            @Nullable List<BigDecimal> days) {
        return new Forecast(
                new LevelKey(Objects.requireNonNull(sku, "sku"), Objects.requireNonNullElse(location, LevelKey.MAIN)),
                sequence,
                Objects.requireNonNull(asOf, "as_of"),
                Objects.requireNonNull(model, "model"),
                Objects.requireNonNull(meanPerDay, "mean_per_day"),
                sigmaPerDay,
                Objects.requireNonNullElse(days, List.of()));
    }
}
