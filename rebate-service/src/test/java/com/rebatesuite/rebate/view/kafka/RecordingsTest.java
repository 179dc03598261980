package com.rebatesuite.rebate.view.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.rebate.Contracts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Recordings recordings = new Recordings(Contracts.MAPPER, meters);

    @Test
    void readsTheRecordingOfTheContract() {
        assertThat(recordings.read(example().getBytes(UTF_8))).hasValueSatisfying(recorded -> {
            assertThat(recorded.version()).isEqualTo(1);
            assertThat(recorded.balances().getFirst().estimated()).isEqualTo(36);
            assertThat(recorded.order()).satisfies(order -> {
                assertThat(order.state()).isEqualTo("estimated");
                assertThat(order.channel()).isEqualTo("shop");
                assertThat(order.lines().getFirst().parts()).hasSize(2);
            });
            assertThat(recorded.entries())
                    .allSatisfy(entry -> assertThat(entry.hash()).hasSize(64));
        });
    }

    @Test
    void skipsAndCountsAnotherTypeWhateverItHolds() {
        assertThat(recordings.read("{\"type\": \"rebate-forgotten.v1\", \"data\": [1]}".getBytes(UTF_8)))
                .isEmpty();
        assertThat(meters.counter("events.skipped", "consumer", "views", "type", "rebate-forgotten.v1")
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "no json",
                "{\"type\": \"rebate-recorded.v2\"}",
                "{\"type\": \"rebate-recorded.v2\", \"data\": {\"user_id\": \"u\"}}"
            })
    void refusesWhatIsNoRecording(String record) {
        assertThatExceptionOfType(MalformedEvent.class).isThrownBy(() -> recordings.read(record.getBytes(UTF_8)));
        assertThatExceptionOfType(MalformedEvent.class).isThrownBy(() -> recordings.read(null));
    }

    @Test
    void refusesARecordingWithoutANumber() {
        var numberless = example().replaceFirst("\"sequence\": 1,", "");

        assertThatExceptionOfType(MalformedEvent.class).isThrownBy(() -> recordings.read(numberless.getBytes(UTF_8)));
    }

    private static String example() {
        try {
            return Files.readString(
                    Path.of(System.getProperty("contracts.home"), "events", "rebate-recorded.v2.example.json"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
