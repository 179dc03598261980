package com.rebatesuite.platform.outbox;

import com.rebatesuite.platform.telemetry.Trace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way out: {@code data} becomes the data of a CloudEvent with the given type, subject and time, sent to
 * {@code topic}. Events with the same topic and key arrive in the order in which they were written.
 *
 * @param trace the trace it belongs to, when that is not the one in which it is written
 */
public record OutboxMessage(
        String topic,
        String key,
        String type,
        String subject,
        Instant time,
        Object data,
        @Nullable Trace trace) {

    public OutboxMessage {
        requireText("topic", topic);
        requireText("key", key);
        requireText("type", type);
        requireText("subject", subject);
    }

    /** An event of the trace in which it is written. */
    public OutboxMessage(String topic, String key, String type, String subject, Instant time, Object data) {
        this(topic, key, type, subject, time, data, null);
    }

    /** The same event as a part of this trace: for work that is collected from many requests and done elsewhere. */
    public OutboxMessage of(Trace trace) {
        return new OutboxMessage(topic, key, type, subject, time, data, trace);
    }

    private static void requireText(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + ": '" + value + "' (expected: not blank)");
        }
    }
}
