package com.rebatesuite.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class OutboxPropertiesTest {

    @Test
    void hasTheseDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new OutboxProperties(
                        true,
                        Duration.ofSeconds(1),
                        1000,
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(1),
                        DataSize.ofKilobytes(900)));
    }

    @ParameterizedTest
    @CsvSource({"batch-size,0", "batch-size,10001", "poll-interval,0s", "ack-timeout,1h", "pause,1ms", "max-event,2MB"})
    void refusesWhatIsOutOfBounds(String name, String value) {
        assertThatThrownBy(() -> bind(Map.of("outbox." + name, value)))
                .isInstanceOf(BindException.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private static OutboxProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("outbox", OutboxProperties.class);
    }
}
