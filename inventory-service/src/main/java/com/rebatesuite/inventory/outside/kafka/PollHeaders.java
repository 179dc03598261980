package com.rebatesuite.inventory.outside.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.inventory.deadletter.RecordId;
import com.rebatesuite.platform.messaging.MalformedEvent;
import com.rebatesuite.platform.telemetry.Trace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.MessageHeaders;

/** What the headers of a poll say of each of its records. */
final class PollHeaders {

    private static final String TRACE = "traceparent";

    private final MessageHeaders headers;

    PollHeaders(MessageHeaders headers) {
        this.headers = headers;
    }

    /**
     * Where the record was written at first: of one that was put back from the dead letters that is not where it is.
     *
     * @throws MalformedEvent if it says where in a way that nobody understands
     */
    RecordId place(int index) {
        var replayOf = header(index, RecordId.REPLAY_OF);
        if (replayOf == null) {
            return new RecordId(
                    of(index, KafkaHeaders.RECEIVED_TOPIC, String.class),
                    of(index, KafkaHeaders.RECEIVED_PARTITION, Integer.class),
                    of(index, KafkaHeaders.OFFSET, Long.class));
        }
        try {
            return RecordId.parse(replayOf);
        } catch (IllegalArgumentException unreadable) {
            throw new MalformedEvent(
                    RecordId.REPLAY_OF + ": " + replayOf + " (expected: topic:partition:offset)", unreadable);
        }
    }

    Trace trace(int index) {
        var trace = header(index, TRACE);
        return trace == null ? Trace.NONE : new Trace(Map.of(TRACE, trace));
    }

    private @Nullable String header(int index, String name) {
        var value = of(index, KafkaHeaders.BATCH_CONVERTED_HEADERS, Map.class).get(name);
        return value instanceof byte[] bytes ? new String(bytes, UTF_8) : null;
    }

    private <T> T of(int index, String name, Class<T> type) {
        if (headers.get(name) instanceof List<?> values) {
            return type.cast(values.get(index));
        }
        throw new IllegalStateException(name + ": " + headers.get(name) + " (expected: one for each record of a poll)");
    }
}
