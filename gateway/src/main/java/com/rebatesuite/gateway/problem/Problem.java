package com.rebatesuite.gateway.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Why the gateway itself does not let a request through, in the form every service uses (RFC 9457).
 *
 * @param retryAfter how long to wait before the same request may succeed; null when waiting does not help
 */
public record Problem(
        HttpStatus status,
        String code,
        String detail,
        @Nullable Duration retryAfter) {

    /** One that the same request will meet again. */
    public static Problem lasting(HttpStatus status, String code, String detail) {
        return new Problem(status, code, detail, null);
    }

    /** One that may be gone after the wait. */
    public static Problem passing(HttpStatus status, String code, String detail, Duration retryAfter) {
        return new Problem(status, code, detail, retryAfter);
    }

    /** Whether the same request may succeed later. */
    public boolean retryable() {
        return retryAfter != null;
    }

    Body body(@Nullable String traceId) {
        return new Body(
                "urn:problem:" + code, status.getReasonPhrase(), status.value(), detail, code, retryable(), traceId);
    }

    /** What is sent. */
    record Body(
            String type,
            String title,
            int status,
            String detail,
            String code,
            boolean retryable,
            @Nullable String traceId) {}
}
