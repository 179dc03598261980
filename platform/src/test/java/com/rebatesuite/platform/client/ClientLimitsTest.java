package com.rebatesuite.platform.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ClientLimitsTest {

    @Test
    void hasDefaultsThatFitTogether() {
        var defaults = bind(Map.of());

        assertThat(defaults.answerWithin()).isEqualTo(Duration.ofSeconds(1));
        assertThat(defaults.readWithin()).isLessThan(defaults.answerWithin());
        assertThat(defaults.attempts()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    answer-within           | 0s   | answer-within: PT0S (expected: > 0)
                    read-within             | -1s  | read-within: PT-1S (expected: > 0)
                    attempts                | 0    | attempts: 0 (expected: 1..5)
                    window                  | 1001 | window: 1001 (expected: 1..1000)
                    open-at-failure-percent | 101  | open-at-failure-percent: 101 (expected: 1..100)
                    at-once                 | 0    | at-once: 0 (expected: 1..10000)""")
    void refusesWhatIsNoLimit(String name, String value, String message) {
        assertThatThrownBy(() -> bind(Map.of("limits." + name, value)))
                .rootCause()
                .hasMessage(message);
    }

    private static ClientLimits bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("limits", ClientLimits.class);
    }
}
