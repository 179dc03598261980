package com.rebatesuite.rebate.view.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.platform.messaging.MalformedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.stereotype.Component;

/** Recordings that cannot be read, as they came; a rebuild meets them again and buries them again. */
@Component
class DeadRecordings {

    static final String TOPIC = "rebates-rebate-dead";

    private static final Logger LOG = LoggerFactory.getLogger(DeadRecordings.class);
    private static final Duration ACK_TIMEOUT = Duration.ofSeconds(30);

    private final KafkaTemplate<String, byte[]> kafka;
    private final MeterRegistry meters;

    DeadRecordings(KafkaTemplate<String, byte[]> kafka, MeterRegistry meters) {
        this.kafka = kafka;
        this.meters = meters;
    }

    /** Returns when it is stored; fails when it is not, and then the whole poll comes again. */
    void bury(ConsumerRecord<byte[], byte[]> record, MalformedEvent malformed) {
        LOG.error("dead letter: {}-{}@{}", record.topic(), record.partition(), record.offset(), malformed);
        try {
            kafka.send(dead(record, malformed)).get(ACK_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped while burying a record", stopped);
        } catch (ExecutionException | TimeoutException failed) {
            throw new KafkaException("the dead letter was not stored", failed);
        }
        meters.counter("events.dead", "topic", record.topic(), "group", "rebate")
                .increment();
    }

    private static ProducerRecord<String, byte[]> dead(ConsumerRecord<byte[], byte[]> record, MalformedEvent why) {
        var headers = new RecordHeaders(record.headers())
                .add("reason", String.valueOf(why.getMessage()).getBytes(UTF_8))
                .add("exception", why.getClass().getName().getBytes(UTF_8))
                .add(KafkaHeaders.DLT_ORIGINAL_TOPIC, record.topic().getBytes(UTF_8))
                .add(KafkaHeaders.DLT_ORIGINAL_PARTITION, text(record.partition()))
                .add(KafkaHeaders.DLT_ORIGINAL_OFFSET, text(record.offset()));
        var key = record.key() == null ? null : new String(record.key(), UTF_8);
        return new ProducerRecord<>(TOPIC, record.partition(), key, record.value(), headers);
    }

    private static byte[] text(long number) {
        return Long.toString(number).getBytes(UTF_8);
    }
}
