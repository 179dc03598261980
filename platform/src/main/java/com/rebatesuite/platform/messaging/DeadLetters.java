package com.rebatesuite.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;

/**
 * Where records end that cannot be handled: {@code <topic>-<group>-dead}, byte for byte as they came, with what
 * happened and where they came from in the headers ({@code reason}, {@code exception}, {@code kafka_dlt-original-*}).
 */
class DeadLetters implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration ACK_TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_REASON = 1000;

    private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
    private final MeterRegistry meters;

    DeadLetters(KafkaProperties kafka, MeterRegistry meters) {
        var config = kafka.buildProducerProperties();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        this.producers = new DefaultKafkaProducerFactory<>(config);
        this.meters = meters;
    }

    /** Publishes for this group and waits for the acknowledgement: a dead letter that is not stored is tried again. */
    ConsumerRecordRecoverer of(String group) {
        var recoverer = new DeadLetterPublishingRecoverer(
                new KafkaTemplate<>(producers),
                (record, failure) -> new TopicPartition(topic(record, group), record.partition()));
        recoverer.setHeadersFunction((record, failure) -> headers(failure));
        // The stack is in our log; in the record it would only be large.
        recoverer.excludeHeader(HeadersToAdd.EX_STACKTRACE);
        recoverer.setWaitForSendResultTimeout(ACK_TIMEOUT);
        recoverer.setFailIfSendResultIsError(true);
        return (record, failure) -> {
            LOG.error(
                    "dead letter: {}-{}@{} of group {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    group,
                    failure);
            recoverer.accept(record, failure);
            meters.counter("events.dead", "topic", record.topic(), "group", group)
                    .increment();
        };
    }

    @Override
    public void destroy() {
        producers.destroy();
    }

    private static String topic(ConsumerRecord<?, ?> record, String group) {
        return record.topic() + "-" + group + "-dead";
    }

    private static Headers headers(Exception failure) {
        var cause = Failures.ofHandler(failure);
        var reason = String.valueOf(cause.getMessage());
        return new RecordHeaders()
                .add(
                        "reason",
                        reason.substring(0, Math.min(MAX_REASON, reason.length()))
                                .getBytes(UTF_8))
                .add("exception", cause.getClass().getName().getBytes(UTF_8));
    }
}
