package com.rebatesuite.inventory.replenishment.postgres;

import com.rebatesuite.inventory.commit.StockProperties;
import com.rebatesuite.inventory.replenishment.Announcements;
import com.rebatesuite.inventory.replenishment.ReplenishmentProperties;
import com.rebatesuite.inventory.transfer.Incoming;
import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.platform.telemetry.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

/** One replica of the service, without HTTP, Kafka and its schedule. It is killed, now and then, before a commit. */
final class Replica implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    Replica(DataSource dataSource, Told told) {
        TestPropertyValues.of("replenishment.receipts-after=1ms").applyTo(context);
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(Announcements.class, () -> told);
        context.register(Wiring.class);
        context.refresh();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** No stereotype: the whole service, which finds its components by itself, must not find this one. */
    @EnableTransactionManagement
    @EnableConfigurationProperties({StockProperties.class, ReplenishmentProperties.class})
    @ComponentScan(
            basePackages = {"com.rebatesuite.inventory.replenishment", "com.rebatesuite.inventory.commit"},
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(web|kafka)\\..*|.*Test.*|.*IT.*"))
    static class Wiring {

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        JdbcTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        com.rebatesuite.inventory.commit.Announcements stockAnnouncements() {
            return entries -> {};
        }

        @Bean
        Incoming transfers() {
            return skus -> new TreeMap<>();
        }

        @Bean
        JsonMapper jsonMapper() {
            return JsonMapper.shared();
        }

        @Bean
        MeterRegistry meterRegistry() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        EventIds eventIds() {
            return EventIds.timeOrdered();
        }

        @Bean
        Traces traces() {
            return Traces.none();
        }
    }
}
