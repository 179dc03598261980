package com.rebatesuite.platform.outbox;

import com.rebatesuite.platform.event.EventIds;
import com.rebatesuite.platform.telemetry.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.binder.kafka.provisioning.AdminClientConfigCustomizer;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The outbox, for services with a database. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.cloud.stream.function.FunctionConfiguration"
        })
@ConditionalOnClass(JdbcTemplate.class)
@ConditionalOnBean(JdbcTemplate.class)
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Outbox outbox(
            JdbcTemplate jdbc,
            JsonMapper mapper,
            EventIds ids,
            @Value("${spring.application.name}") String application,
            Traces traces,
            OutboxProperties properties) {
        return new PostgresOutbox(jdbc, mapper, ids, "/" + application, traces, properties.maxEvent());
    }

    @Bean
    OutboxMetrics outboxMetrics(MeterRegistry meters) {
        return new OutboxMetrics(meters);
    }

    @Bean
    OutboxProducers outboxProducers() {
        return new OutboxProducers();
    }

    /** A topic is bound at its first event: without a broker that must fail soon, not after a minute. */
    @Bean
    AdminClientConfigCustomizer impatientAdmin() {
        return config -> {
            config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
            config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
        };
    }

    @Bean
    @ConditionalOnProperty(name = "outbox.relay", matchIfMissing = true)
    OutboxRelay outboxRelay(
            DataSource dataSource,
            JdbcClient jdbc,
            JsonMapper mapper,
            PlatformTransactionManager transactions,
            StreamBridge bridge,
            OutboxProducers producers,
            OutboxMetrics metrics,
            OutboxProperties properties) {
        return new OutboxRelay(
                new OutboxTable(jdbc, mapper),
                new StreamBridgeSender(bridge, producers, properties.ackTimeout()),
                new TransactionTemplate(transactions),
                new OutboxSignal(dataSource),
                metrics,
                properties);
    }
}
