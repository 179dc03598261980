package com.rebatesuite.rebate.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ClaimsPropertiesTest {

    @Test
    void hasDefaults() {
        var bound =
                new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("claims", ClaimsProperties.class);

        assertThat(bound).isEqualTo(new ClaimsProperties(Duration.ofDays(365), 20));
    }

    @Test
    void refusesWhatBoundsNothing() {
        assertThatThrownBy(() -> new ClaimsProperties(Duration.ZERO, 20)).hasMessageContaining("claims.oldest: PT0S");
        assertThatThrownBy(() -> new ClaimsProperties(Duration.ofDays(1), 0)).hasMessageContaining("expected: 1..1000");
    }
}
