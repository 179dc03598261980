package com.rebatesuite.inventory.deadletter.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.inventory.deadletter.DeadLetter;
import com.rebatesuite.inventory.deadletter.DeadRecord;
import com.rebatesuite.inventory.deadletter.DeadRecord.Header;
import com.rebatesuite.inventory.deadletter.Payload;
import com.rebatesuite.inventory.deadletter.RecordId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/** Turns records into the model and back: their headers say where they come from, and what went wrong. */
final class DeadRecords {

    private static final String OF_THE_ERROR_HANDLER = "kafka_dlt-";
    private static final Set<String> OF_THE_DEATH = Set.of("reason", "exception");

    private DeadRecords() {}

    static DeadLetter letter(ConsumerRecord<byte[], byte[]> record) {
        var headers = record.headers();
        var id = new RecordId(record.topic(), record.partition(), record.offset());
        var original = original(headers, id);
        return new DeadLetter(
                id,
                original,
                firstPlace(headers, original),
                Instant.ofEpochMilli(record.timestamp()),
                text(headers, "reason", "unknown"),
                text(headers, "exception", "unknown"),
                payload(record.key()),
                record.value() == null ? -1 : record.value().length);
    }

    static DeadRecord whole(ConsumerRecord<byte[], byte[]> record) {
        return new DeadRecord(
                letter(record),
                payload(record.value()),
                StreamSupport.stream(record.headers().spliterator(), false)
                        .map(header -> new Header(header.key(), payload(header.value())))
                        .toList());
    }

    /** To its old partition: what it belongs to is ordered there, whoever chose it. */
    static ProducerRecord<byte[], byte[]> back(DeadRecord dead, @Nullable Payload value) {
        var letter = dead.letter();
        var record = new ProducerRecord<byte[], byte[]>(
                letter.original().topic(), letter.original().partition(), bytes(letter.key()), bytes(value));
        dead.headers().stream()
                .filter(header -> isItsOwn(header.name()))
                .forEach(header -> record.headers().add(header.name(), bytes(header.value())));
        record.headers().add(RecordId.REPLAY_OF, letter.firstPlace().toString().getBytes(UTF_8));
        return record;
    }

    private static boolean isItsOwn(String header) {
        return !header.startsWith(OF_THE_ERROR_HANDLER)
                && !OF_THE_DEATH.contains(header)
                && !header.equals(RecordId.REPLAY_OF);
    }

    /** Somebody may have written to the topic by hand: such a record comes from nowhere else. */
    private static RecordId original(Headers headers, RecordId otherwise) {
        try {
            return new RecordId(
                    text(headers, KafkaHeaders.DLT_ORIGINAL_TOPIC, otherwise.topic()),
                    number(headers, KafkaHeaders.DLT_ORIGINAL_PARTITION).getInt(),
                    number(headers, KafkaHeaders.DLT_ORIGINAL_OFFSET).getLong());
        } catch (BufferUnderflowException | IllegalArgumentException unreadable) {
            return otherwise;
        }
    }

    /** A place that nobody understands was never booked under that name: then it is where it died. */
    private static RecordId firstPlace(Headers headers, RecordId original) {
        try {
            return RecordId.parse(text(headers, RecordId.REPLAY_OF, original.toString()));
        } catch (IllegalArgumentException unreadable) {
            return original;
        }
    }

    private static ByteBuffer number(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return ByteBuffer.wrap(header == null || header.value() == null ? new byte[0] : header.value());
    }

    private static String text(Headers headers, String name, String otherwise) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? otherwise : new String(header.value(), UTF_8);
    }

    private static @Nullable Payload payload(byte @Nullable [] bytes) {
        return bytes == null ? null : Payload.of(bytes);
    }

    private static byte @Nullable [] bytes(@Nullable Payload payload) {
        return payload == null ? null : payload.bytes();
    }
}
