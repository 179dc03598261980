package com.rebatesuite.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OrderingPropertiesTest {

    @Test
    void hasTheDesignsTimesByDefault() {
        assertThat(bind(Map.of()))
                .isEqualTo(new OrderingProperties(
                        Duration.ofHours(24), Duration.ofMinutes(15), Duration.ofDays(14), Duration.ofSeconds(1), 200));
    }

    @Test
    void refusesTimesThatAreNone() {
        assertThatThrownBy(() -> bind(Map.of("ordering.pay-within", "0s")))
                .rootCause()
                .hasMessage("payWithin: PT0S (expected: > 0)");
        assertThatThrownBy(() -> bind(Map.of("ordering.sweep-batch", "1001")))
                .rootCause()
                .hasMessage("sweepBatch: 1001 (expected: 1..1000)");
    }

    private static OrderingProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("ordering", OrderingProperties.class);
    }
}
