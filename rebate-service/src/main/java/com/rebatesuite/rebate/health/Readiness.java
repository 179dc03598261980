package com.rebatesuite.rebate.health;

import com.rebatesuite.rebate.store.Store;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@code ledger} is up once Kafka Streams has run and until it ends; a rebalance does not count. {@code store} is up once
 * Cassandra was reached; later it may go away, and the last word on that is each request's.
 */
@Configuration(proxyBeanMethods = false)
class Readiness {

    @Bean
    LedgerState ledgerState() {
        return new LedgerState();
    }

    @Bean
    HealthIndicator ledgerHealthIndicator(LedgerState state) {
        return () -> (state.running() ? Health.up() : Health.down())
                .withDetail("state", state.now())
                .build();
    }

    @Bean
    HealthIndicator storeHealthIndicator(Store store) {
        return () -> (store.connected() ? Health.up() : Health.down()).build();
    }

    static final class LedgerState implements KafkaStreams.StateListener {

        private volatile boolean hasRun;
        private volatile KafkaStreams.State state = KafkaStreams.State.CREATED;

        @Override
        public void onChange(KafkaStreams.State now, KafkaStreams.State before) {
            state = now;
            hasRun |= now == KafkaStreams.State.RUNNING;
        }

        boolean running() {
            return hasRun && (state == KafkaStreams.State.RUNNING || state == KafkaStreams.State.REBALANCING);
        }

        String now() {
            return state.name();
        }
    }
}
