package com.rebatesuite.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.platform.telemetry.Trace;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.listener.RecordInterceptor;

/**
 * Lets the trace of a record go on in its handler. A batch consumer sees bytes and no headers, so the headers of the
 * records in hand are kept beside their thread, by the identity of their bytes.
 */
class RecordTraces {

    private static final ThreadLocal<@Nullable InHand> IN_HAND = new ThreadLocal<>();

    private final @Nullable Tracer tracer;
    private final @Nullable Propagator propagator;

    RecordTraces(@Nullable Tracer tracer, @Nullable Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Runs the work in a span of this name that continues the record's trace; without a trace it just runs. */
    static void continued(byte[] record, String name, Runnable work) {
        var inHand = IN_HAND.get();
        if (inHand == null) {
            work.run();
            return;
        }
        inHand.continued(record, name, work);
    }

    /** The trace in which the record was written. */
    static Trace of(byte[] record) {
        var inHand = IN_HAND.get();
        return inHand == null ? Trace.NONE : inHand.trace(record);
    }

    <K, V> BatchInterceptor<K, V> ofBatches() {
        return new BatchInterceptor<>() {
            @Override
            public ConsumerRecords<K, V> intercept(ConsumerRecords<K, V> records, Consumer<K, V> consumer) {
                records.forEach(RecordTraces.this::keep);
                return records;
            }

            @Override
            public void success(ConsumerRecords<K, V> records, Consumer<K, V> consumer) {
                IN_HAND.remove();
            }

            @Override
            public void failure(ConsumerRecords<K, V> records, Exception failure, Consumer<K, V> consumer) {
                IN_HAND.remove();
            }
        };
    }

    <K, V> RecordInterceptor<K, V> ofRecords() {
        return new RecordInterceptor<>() {
            @Override
            public ConsumerRecord<K, V> intercept(ConsumerRecord<K, V> record, Consumer<K, V> consumer) {
                keep(record);
                return record;
            }

            @Override
            public void afterRecord(ConsumerRecord<K, V> record, Consumer<K, V> consumer) {
                IN_HAND.remove();
            }
        };
    }

    private void keep(ConsumerRecord<?, ?> record) {
        if (tracer == null || propagator == null || !(record.value() instanceof byte[] bytes)) {
            return;
        }
        var inHand = IN_HAND.get();
        if (inHand == null) {
            inHand = new InHand(tracer, propagator, new IdentityHashMap<>());
            IN_HAND.set(inHand);
        }
        inHand.headers().put(bytes, record.headers());
    }

    private record InHand(Tracer tracer, Propagator propagator, Map<byte[], Headers> headers) {

        void continued(byte[] record, String name, Runnable work) {
            var from = headers.get(record);
            if (from == null || from.lastHeader("traceparent") == null) {
                work.run();
                return;
            }
            var span = propagator
                    .extract(from, InHand::header)
                    .kind(Span.Kind.CONSUMER)
                    .name(name)
                    .start();
            var scope = tracer.withSpan(span);
            try {
                work.run();
            } catch (RuntimeException failure) {
                span.error(failure);
                throw failure;
            } finally {
                scope.close();
                span.end();
            }
        }

        Trace trace(byte[] record) {
            var written = new HashMap<String, String>();
            var from = headers.get(record);
            for (var name : propagator.fields()) {
                var value = from == null ? null : header(from, name);
                if (value != null) {
                    written.put(name, value);
                }
            }
            return new Trace(written);
        }

        private static @Nullable String header(Headers headers, String name) {
            var header = headers.lastHeader(name);
            return header == null ? null : new String(header.value(), UTF_8);
        }
    }
}
