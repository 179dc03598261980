package com.rebatesuite.inventory.replenishment.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.replenishment.Forecast;
import com.rebatesuite.inventory.replenishment.Forecasts;
import com.rebatesuite.platform.messaging.EventRouter;
import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.platform.messaging.Routed;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Listens to demand forecasts and keeps the latest of each level. */
@Configuration(proxyBeanMethods = false)
class ForecastEvents {

    // A forecast from far ahead would never be replaced by a right one.
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final byte[] TOMBSTONE = "{\"type\":\"tombstone\"}".getBytes(UTF_8);

    @Bean
    Consumer<List<byte[]>> onDemandForecasts(
            Forecasts forecasts, JsonMapper mapper, MeterRegistry meters, Clock clock) {
        var router = EventRouter.builder(mapper, meters, "forecasts")
                .on("demand-forecast.v1", DemandForecastMessage.class, event -> {})
                .build();
        return records -> router.handleTogether(
                readable(records),
                events -> forecasts.take(latest(events, clock.instant().plus(AHEAD))));
    }

    /** The topic is compacted: a record without a value only says that there will be no more, and is skipped. */
    private static List<byte[]> readable(List<?> records) {
        return records.stream()
                .map(record -> record instanceof byte[] bytes ? bytes : TOMBSTONE)
                .toList();
    }

    private static Collection<Forecast> latest(List<Routed> events, Instant notAfter) {
        var latest = new HashMap<LevelKey, Forecast>();
        for (var event : events) {
            var forecast = ((DemandForecastMessage) event.event().data()).forecast();
            if (forecast.asOf().isAfter(notAfter)) {
                throw new MalformedEvent("as_of: " + forecast.asOf() + " (expected: at most " + notAfter + ")");
            }
            latest.merge(forecast.key(), forecast, BinaryOperator.maxBy(Forecast.BY_AGE));
        }
        return latest.values();
    }
}
