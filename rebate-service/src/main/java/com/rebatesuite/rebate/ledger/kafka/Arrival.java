package com.rebatesuite.rebate.ledger.kafka;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** A record as it came in, and where from: it may have to wait before it is decided. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
record Arrival(String key, byte[] value, long timestamp, Headers headers, String topic, int partition, long offset) {

    static Arrival of(Record<String, byte[]> record, RecordMetadata from) {
        return new Arrival(
                record.key() == null ? "" : record.key(),
                bytes(record.value()),
                record.timestamp(),
                record.headers(),
                from.topic(),
                from.partition(),
                from.offset());
    }

    /** The trace goes on; what else the record carried is its own. */
    Headers trace() {
        var trace = new RecordHeaders();
        Header traceparent = headers.lastHeader("traceparent");
        if (traceparent != null) {
            trace.add(traceparent);
        }
        return trace;
    }

    private static byte[] bytes(byte @Nullable [] value) {
        return value == null ? new byte[0] : value;
    }
}
