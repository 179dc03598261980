package com.rebatesuite.platform.event;

import java.time.Instant;

/** A CloudEvent 1.0 in structured JSON, as every event of the suite travels; {@code id} is the consumer's dedupe key. */
public record CloudEvent<T>(
        String specversion,
        String id,
        String source,
        String type,
        Instant time,
        String subject,
        String datacontenttype,
        T data) {

    /** An event in our version of the envelope, with JSON data. */
    public static <T> CloudEvent<T> of(String id, String source, String type, Instant time, String subject, T data) {
        return new CloudEvent<>("1.0", id, source, type, time, subject, "application/json", data);
    }
}
