package com.rebatesuite.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.binder.BinderCustomizer;
import org.springframework.cloud.stream.binder.kafka.KafkaMessageChannelBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.kafka.support.SimpleKafkaHeaderMapper;

/** What happens to records that cannot be handled, in every consumer of the Kafka binder. */
@AutoConfiguration(
        beforeName = "org.springframework.cloud.stream.config.BindingServiceConfiguration",
        afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@ConditionalOnClass(KafkaMessageChannelBinder.class)
@EnableConfigurationProperties({KafkaProperties.class, RetryProperties.class})
class MessagingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    BinderCustomizer kafkaBinderSetups(ObjectProvider<KafkaBinderSetup> setups) {
        return new KafkaBinderSetups(setups.orderedStream().toList());
    }

    @Bean
    DeadLetters deadLetters(KafkaProperties kafka, MeterRegistry meters) {
        return new DeadLetters(kafka, meters);
    }

    @Bean
    KafkaBinderSetup listenerContainers(
            DeadLetters deadLetters,
            RetryProperties retry,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator) {
        var traces = new RecordTraces(tracer.getIfAvailable(), propagator.getIfAvailable());
        var containers = new ListenerContainers(deadLetters, retry, traces);
        return binder -> binder.setContainerCustomizer(containers);
    }

    /** Found by name by the binder: headers are bytes, and nothing in a header names a Java class. */
    @Bean
    @ConditionalOnMissingBean(name = "kafkaBinderHeaderMapper")
    KafkaHeaderMapper kafkaBinderHeaderMapper() {
        return new SimpleKafkaHeaderMapper();
    }
}
