package com.rebatesuite.platform.messaging;

import org.springframework.cloud.stream.binder.kafka.KafkaMessageChannelBinder;

/**
 * Sets up the Kafka binder before its first binding. Beans of this type are applied wherever the binder lives, also
 * beside a Kafka Streams binder, where Spring Cloud Stream leaves out its own customizer beans.
 */
@FunctionalInterface
public interface KafkaBinderSetup {

    /** Called once per binder. */
    void apply(KafkaMessageChannelBinder binder);
}
