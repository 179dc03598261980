package com.rebatesuite.inventory.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StockPropertiesTest {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new StockProperties(
                        Duration.ofMinutes(30),
                        10_000,
                        500,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        500,
                        new HoldLimits(Duration.ofHours(24), 20, 200)));
    }

    @Test
    void refusesWhatIsNoLimit() {
        assertThatThrownBy(() -> bind(Map.of("stock.queue", "0")))
                .isInstanceOf(BindException.class)
                .hasRootCauseMessage("stock.queue: 0 (expected: more than nothing)");
    }

    @Test
    void refusesAQuotaThatAllowsNothing() {
        assertThatThrownBy(() -> bind(Map.of("stock.holds.orders-per-user", "0")))
                .isInstanceOf(BindException.class)
                .hasRootCauseMessage("stock.holds: PT24H, 0, 200 (expected: more than nothing)");
    }

    private static StockProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("stock", StockProperties.class);
    }
}
