package com.rebatesuite.rebate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.kafka.config.CompositeKafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;
import org.springframework.kafka.streams.KafkaStreamsMicrometerListener;

/** The binder takes one configurer, and silently none when there are two of equal rank; Spring Boot brings one for metrics. */
@Configuration(proxyBeanMethods = false)
class KafkaStreamsSetup {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaStreamsSetup.class);

    @Bean
    @Primary
    StreamsBuilderFactoryBeanConfigurer streamsSetup(
            List<KafkaStreamsInfrastructureCustomizer> stores, KafkaStreams.StateListener state, MeterRegistry meters) {
        var failures = Counter.builder("rebates.thread.failures")
                .description("threads that ended and were replaced; rising while Kafka is there: a record always fails")
                .register(meters);
        return factory -> {
            factory.setInfrastructureCustomizer(new CompositeKafkaStreamsInfrastructureCustomizer(
                    stores.toArray(KafkaStreamsInfrastructureCustomizer[]::new)));
            factory.setStateListener(state);
            factory.addListener(new KafkaStreamsMicrometerListener(meters));
            // To KafkaStreams itself: the binder puts a handler of its own, that shuts down, into the factory.
            factory.setKafkaStreamsCustomizer(
                    streams -> streams.setUncaughtExceptionHandler(failure -> carryOn(failure, failures)));
        };
    }

    /** Its transaction is rolled back; another thread takes up the same records, state and all. */
    private static StreamThreadExceptionResponse carryOn(Throwable failure, Counter failures) {
        LOG.error("a thread of the ledger has ended and is replaced", failure);
        failures.increment();
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
