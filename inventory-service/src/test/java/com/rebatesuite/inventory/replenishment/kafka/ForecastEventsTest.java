package com.rebatesuite.inventory.replenishment.kafka;

import static com.rebatesuite.inventory.Contract.JSON;
import static com.rebatesuite.inventory.Contract.example;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.NOW;
import static com.rebatesuite.inventory.replenishment.ReplenishmentFixture.TEA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.inventory.level.LevelKey;
import com.rebatesuite.inventory.replenishment.Forecast;
import com.rebatesuite.platform.messaging.MalformedEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.kafka.listener.BatchListenerFailedException;

/** Reads the example of contracts/events, and gives back a poll from the record on that is none of ours. */
class ForecastEventsTest {

    private static final String EXAMPLE = new String(example("demand-forecast.v1"), UTF_8);

    private final List<Forecast> taken = new ArrayList<>();
    private final Consumer<List<byte[]>> onDemandForecasts = new ForecastEvents()
            .onDemandForecasts(taken::addAll, JSON, new SimpleMeterRegistry(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void takesTheExample() {
        read(EXAMPLE);

        assertThat(taken)
                .containsExactly(new Forecast(
                        TEA,
                        7,
                        Instant.parse("2026-01-05T00:00:00Z"),
                        "holt-winters",
                        BigDecimal.valueOf(4),
                        BigDecimal.valueOf(2),
                        List.of(BigDecimal.valueOf(4), BigDecimal.valueOf(6.5), BigDecimal.valueOf(3))));
    }

    @Test
    void takesOfAPollOnlyTheLatestOfEachLevel() {
        read(
                EXAMPLE.replace("\"sequence\": 7", "\"sequence\": 8"),
                EXAMPLE.replace("2026-01-05T00:00:00Z", "2026-01-04T00:00:00Z")
                        .replace("\"sequence\": 7", "\"sequence\": 9"),
                EXAMPLE.replace("\"main\"", "\"north\""),
                EXAMPLE);

        assertThat(taken)
                .extracting(forecast -> forecast.key() + " " + forecast.sequence())
                .containsExactlyInAnyOrder(TEA + " 8", new LevelKey("TEA-100", "north") + " 7");
    }

    @Test
    void meansTheMainLocationWhenNoneIsNamed() {
        read(EXAMPLE.replace("\"location\": \"main\",", "").replaceAll("\"sigma_per_day\": 2,", ""));

        assertThat(taken).first().extracting(Forecast::key).isEqualTo(TEA);
    }

    /** A compacted topic has records without a value; the framework has an object of its own for them. */
    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void skipsWhatOnlySaysThatThereIsNoMore() {
        onDemandForecasts.accept((List) List.of(new Object(), EXAMPLE.getBytes(UTF_8)));

        assertThat(taken).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"mean_per_day\": 4', '\"mean_per_day\": -4'",
        "'\"mean_per_day\": 4', '\"mean\": 4'",
        "'\"sigma_per_day\": 2', '\"sigma_per_day\": 2000000000'",
        "'\"sku\": \"TEA-100\"', '\"sku\": \" \"'",
        "'\"sku\": \"TEA-100\"', '\"product\": \"TEA-100\"'",
        "'\"as_of\": \"2026-01-05T00:00:00Z\"', '\"as_of\": \"tomorrow\"'",
        "'\"as_of\": \"2026-01-05T00:00:00Z\"', '\"as_of\": \"2099-01-05T00:00:00Z\"'",
        "'\"data\"', '\"datum\"'",
    })
    void namesTheRecordThatIsNoForecast(String right, String wrong) {
        assertThat(EXAMPLE).contains(right);

        assertThatThrownBy(() -> read(EXAMPLE, EXAMPLE.replace(right, wrong)))
                .isInstanceOfSatisfying(BatchListenerFailedException.class, failed -> {
                    assertThat(failed.getIndex()).isEqualTo(1);
                    assertThat(failed).hasCauseInstanceOf(MalformedEvent.class);
                });
        assertThat(taken).as("what stands before it").hasSize(1);
    }

    private void read(String... events) {
        onDemandForecasts.accept(
                List.of(events).stream().map(event -> event.getBytes(UTF_8)).toList());
    }
}
