package com.rebatesuite.platform.problem;

import java.net.URI;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Makes problem details in the one form of the suite: type {@code urn:problem:<code>}, code, retryable, trace_id. */
public final class Problems {

    private Problems() {}

    /** A problem that the same request will meet again. */
    public static ProblemDetail of(HttpStatus status, String code, String detail) {
        return problem(status, code, detail, false);
    }

    /** A problem that may be gone when the same request is sent again later. */
    public static ProblemDetail retryable(HttpStatus status, String code, String detail) {
        return problem(status, code, detail, true);
    }

    /** The problem as an exception, for code that has no answer of its own to give. */
    public static ErrorResponseException refusal(ProblemDetail problem) {
        return new ErrorResponseException(HttpStatus.valueOf(problem.getStatus()), problem, null);
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail, boolean retryable) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:problem:" + code));
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("code", code);
        problem.setProperty("retryable", retryable);
        var traceId = MDC.get("traceId");
        if (traceId != null) {
            problem.setProperty("trace_id", traceId);
        }
        return problem;
    }
}
