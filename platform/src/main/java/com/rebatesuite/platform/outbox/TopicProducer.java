package com.rebatesuite.platform.outbox;

import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/** The one producer of a topic, and how to be rid of it at once. */
class TopicProducer {

    private final DefaultKafkaProducerFactory<?, ?> factory;
    private volatile @Nullable Producer<?, ?> current;

    private TopicProducer(DefaultKafkaProducerFactory<?, ?> factory) {
        this.factory = factory;
    }

    static <K, V> TopicProducer of(DefaultKafkaProducerFactory<K, V> factory) {
        var producer = new TopicProducer(factory);
        factory.addPostProcessor(created -> {
            producer.current = created;
            return created;
        });
        return producer;
    }

    /** Closed without flushing, and still handed out by the factory: a send that comes too late is refused. */
    void kill() {
        var producer = current;
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }

    /** Only after {@link #kill}, when everything sent has come to an end. */
    void renew() {
        factory.reset();
    }
}
