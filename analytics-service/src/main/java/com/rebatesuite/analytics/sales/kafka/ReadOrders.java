package com.rebatesuite.analytics.sales.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.analytics.sales.OrderFact;
import com.rebatesuite.platform.messaging.MalformedEvent;
import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/** Turns records into facts; one that cannot be read goes on as it came, with the reason in its headers. */
final class ReadOrders extends ContextualProcessor<String, byte[], String, ReadOrders.Read> {

    private final OrderReader reader;

    ReadOrders(OrderReader reader) {
        this.reader = reader;
    }

    @Override
    public void process(Record<String, byte[]> order) {
        try {
            reader.read(order.value()).ifPresent(fact -> context().forward(order.withValue(new Fact(fact))));
        } catch (MalformedEvent malformed) {
            explain(order.headers(), malformed);
            context().forward(order.withValue(new Unreadable(order.value())));
        }
    }

    /** The same headers as every other consumer's dead letters have. */
    private void explain(Headers headers, MalformedEvent malformed) {
        headers.add(
                KafkaHeaders.DLT_EXCEPTION_FQCN, MalformedEvent.class.getName().getBytes(UTF_8));
        headers.add(
                KafkaHeaders.DLT_EXCEPTION_MESSAGE,
                String.valueOf(malformed.getMessage()).getBytes(UTF_8));
        context().recordMetadata().ifPresent(origin -> locate(headers, origin));
    }

    private static void locate(Headers headers, RecordMetadata origin) {
        headers.add(KafkaHeaders.DLT_ORIGINAL_TOPIC, origin.topic().getBytes(UTF_8));
        headers.add(
                KafkaHeaders.DLT_ORIGINAL_PARTITION,
                ByteBuffer.allocate(Integer.BYTES).putInt(origin.partition()).array());
        headers.add(
                KafkaHeaders.DLT_ORIGINAL_OFFSET,
                ByteBuffer.allocate(Long.BYTES).putLong(origin.offset()).array());
    }

    /** What became of a record. */
    sealed interface Read {}

    /** It was an order event that changes sales. */
    record Fact(OrderFact fact) implements Read {}

    /** It was nothing we can read. */
    @SuppressWarnings("ArrayRecordComponent") // carried from one processor to the next, never compared
    record Unreadable(byte @Nullable [] record) implements Read {}
}
