package com.rebatesuite.analytics.behaviour.kafka;

import java.util.HashMap;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** The collector's own producer: impatient, because a phone is waiting. */
@Configuration(proxyBeanMethods = false)
class BehaviourConfiguration {

    private static final int MAX_BLOCK_MILLIS = 2_000;
    private static final int REQUEST_MILLIS = 2_000;
    private static final int DELIVERY_MILLIS = 5_000;
    private static final long BUFFER = 16L << 20;

    @Bean
    DefaultKafkaProducerFactory<String, byte[]> behaviourProducers(KafkaProperties kafka) {
        var settings = new HashMap<String, Object>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "analytics-behaviour");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        return new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Bean
    KafkaTemplate<String, byte[]> behaviourTemplate(DefaultKafkaProducerFactory<String, byte[]> behaviourProducers) {
        var template = new KafkaTemplate<>(behaviourProducers);
        template.setObservationEnabled(true);
        return template;
    }
}
