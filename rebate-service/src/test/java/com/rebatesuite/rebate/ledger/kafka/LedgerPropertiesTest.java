package com.rebatesuite.rebate.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LedgerPropertiesTest {

    @Test
    void hasTheDefaultsThatAreDocumented() {
        assertThat(bind(Map.of()))
                .isEqualTo(new LedgerProperties(
                        Duration.ofDays(730),
                        500,
                        Duration.ofDays(3),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(10),
                        10_000,
                        Duration.ofMinutes(1),
                        5_000));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> bind(Map.of("ledger.most-waiting", "0")))
                .hasRootCauseMessage("ledger.most-waiting: 0, recent-rows: 5000 (expected: >= 1)");
        assertThatThrownBy(() -> bind(Map.of("ledger.expiry-interval", "0s"))).isNotNull();
        assertThatThrownBy(() -> bind(Map.of("ledger.longest-wait", "0s")))
                .hasRootCauseMessage("ledger.longest-wait: PT0S (expected: > 0)");
        assertThatThrownBy(() -> bind(Map.of("ledger.lot-life", "0s")).settings())
                .hasMessage("lot-life: PT0S (expected: > 0)");
    }

    private static LedgerProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("ledger", LedgerProperties.class);
    }
}
