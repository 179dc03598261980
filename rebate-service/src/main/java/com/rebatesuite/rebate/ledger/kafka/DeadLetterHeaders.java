package com.rebatesuite.rebate.ledger.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.kafka.support.KafkaHeaders;

/** Why a record is a dead letter and where it came from, in the same headers as everywhere in the suite. */
final class DeadLetterHeaders {

    private DeadLetterHeaders() {}

    static Headers of(Arrival from, String reason, String detail) {
        var headers = new RecordHeaders(from.headers());
        headers.add(KafkaHeaders.DLT_ORIGINAL_TOPIC, from.topic().getBytes(UTF_8));
        headers.add(
                KafkaHeaders.DLT_ORIGINAL_PARTITION,
                ByteBuffer.allocate(Integer.BYTES).putInt(from.partition()).array());
        headers.add(
                KafkaHeaders.DLT_ORIGINAL_OFFSET,
                ByteBuffer.allocate(Long.BYTES).putLong(from.offset()).array());
        headers.add(KafkaHeaders.DLT_EXCEPTION_MESSAGE, detail.getBytes(UTF_8));
        headers.add("reason", reason.getBytes(UTF_8));
        return headers;
    }
}
