package com.rebatesuite.rebate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StorePropertiesTest {

    @Test
    void hasDefaultsForProduction() {
        var defaults =
                new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("store", StoreProperties.class);

        assertThat(defaults)
                .isEqualTo(new StoreProperties(
                        List.of("localhost:19042"),
                        "datacenter1",
                        "rebate",
                        false,
                        "LOCAL_QUORUM",
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1)));
    }

    @Test
    void refusesAKeyspaceThatIsMoreThanAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoreProperties(
                        List.of("a:1"), "d", "x; DROP", false, "ONE", Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }
}
