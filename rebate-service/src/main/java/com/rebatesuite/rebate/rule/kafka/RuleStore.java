package com.rebatesuite.rebate.rule.kafka;

import org.apache.kafka.streams.StreamsBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;

/** Puts the rules beside the topology of the ledger. */
@Configuration(proxyBeanMethods = false)
class RuleStore {

    @Bean
    KafkaStreamsInfrastructureCustomizer rulesAsGlobalStore(RuleEvents rules) {
        return new KafkaStreamsInfrastructureCustomizer() {
            @Override
            public void configureBuilder(StreamsBuilder builder) {
                rules.addTo(builder);
            }
        };
    }
}
