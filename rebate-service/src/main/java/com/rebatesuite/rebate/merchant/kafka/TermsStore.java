package com.rebatesuite.rebate.merchant.kafka;

import org.apache.kafka.streams.StreamsBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;

/** Puts the terms beside the topology of the ledger. */
@Configuration(proxyBeanMethods = false)
class TermsStore {

    @Bean
    KafkaStreamsInfrastructureCustomizer termsAsGlobalStore(TermsEvents terms) {
        return new KafkaStreamsInfrastructureCustomizer() {
            @Override
            public void configureBuilder(StreamsBuilder builder) {
                terms.addTo(builder);
            }
        };
    }
}
