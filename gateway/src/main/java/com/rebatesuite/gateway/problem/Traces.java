package com.rebatesuite.gateway.problem;

import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/** Finds the trace a request belongs to: it moves between threads, so no thread knows. */
final class Traces {

    private Traces() {}

    static @Nullable String id(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(context -> context.<TracingContext>get(TracingContext.class))
                .flatMap(tracing -> Optional.ofNullable(tracing.getSpan()))
                .map(span -> span.context().traceId())
                .orElse(null);
    }
}
