package com.rebatesuite.rebate.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SimulationPropertiesTest {

    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void hasDefaults() {
        var bound = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("simulation", SimulationProperties.class);

        assertThat(bound).isEqualTo(new SimulationProperties(4, 500_000, 500_000, BEAT, LONG, LONG));
    }

    @Test
    void refusesWhatBoundsNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimulationProperties(0, 1, 1, BEAT, LONG, LONG))
                .withMessage("simulation: waiting 0, most-orders 1, most-shoppers 1 (expected: >= 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimulationProperties(1, 1, 1, BEAT, LONG, Duration.ZERO))
                .withMessage("simulation: beat PT2S, patience PT0S (expected: above zero)");
    }

    @Test
    void refusesToCountAsAbandonedWhatMayHaveLostOneBeat() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimulationProperties(1, 1, 1, BEAT, Duration.ofSeconds(5), LONG))
                .withMessage("simulation.abandoned-after: PT5S (expected: at least three beats of PT2S)");
    }
}
