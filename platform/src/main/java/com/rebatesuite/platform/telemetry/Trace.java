package com.rebatesuite.platform.telemetry;

import java.util.Map;

/** What a trace needs to go on somewhere else, later: its headers ({@code traceparent}); none when nothing is traced. */
public record Trace(Map<String, String> headers) {

    /** Nothing is traced. */
    public static final Trace NONE = new Trace(Map.of());

    public Trace {
        headers = Map.copyOf(headers);
    }
}
