package com.rebatesuite.platform.database;

import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;

/** Adds the platform's migrations (versions 0.x) to those of the service (from 1 on). */
@AutoConfiguration(beforeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ConditionalOnClass({Flyway.class, FlywayConfigurationCustomizer.class})
class DatabaseAutoConfiguration {

    private static final String PLATFORM = "classpath:db/platform";

    @Bean
    FlywayConfigurationCustomizer platformMigrations() {
        return configuration -> configuration.locations(
                Stream.concat(Stream.of(configuration.getLocations()).map(Location::getDescriptor), Stream.of(PLATFORM))
                        .distinct()
                        .toArray(String[]::new));
    }
}
