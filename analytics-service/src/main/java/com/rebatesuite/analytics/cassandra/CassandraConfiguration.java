package com.rebatesuite.analytics.cassandra;

import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import java.time.Duration;
import org.springframework.boot.cassandra.autoconfigure.DriverConfigLoaderBuilderCustomizer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the driver is told beyond {@code spring.cassandra.*}, and the health of the keyspace. */
@Configuration(proxyBeanMethods = false)
class CassandraConfiguration {

    private static final Duration MAX_RECONNECTION_DELAY = Duration.ofSeconds(5);

    /**
     * Every write sets a key to figures of a known revision: repeating one changes nothing. A node that comes back is
     * noticed within seconds, not within a minute.
     */
    @Bean
    DriverConfigLoaderBuilderCustomizer driverOptions() {
        return options -> options.withBoolean(DefaultDriverOption.REQUEST_DEFAULT_IDEMPOTENCE, true)
                .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, MAX_RECONNECTION_DELAY);
    }

    @Bean
    HealthIndicator keyspaceHealthIndicator(Keyspace keyspace) {
        return () -> (keyspace.isReady() ? Health.up() : Health.down())
                .withDetail("state", keyspace.state())
                .build();
    }
}
