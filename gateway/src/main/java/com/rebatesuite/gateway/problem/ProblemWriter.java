package com.rebatesuite.gateway.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request with a problem. */
@Component
public class ProblemWriter {

    private final JsonMapper mapper;

    ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Writes the whole answer: status, body and, where waiting helps, Retry-After in seconds. */
    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        var response = exchange.getResponse();
        response.setStatusCode(problem.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == HttpStatus.REQUEST_TIMEOUT) {
            // Half a request stands in the connection: nothing can follow it.
            response.getHeaders().setConnection("close");
        }
        var wait = problem.retryAfter();
        if (wait != null) {
            // Rounded up: a client that waits this long is not too early.
            response.getHeaders()
                    .set(
                            HttpHeaders.RETRY_AFTER,
                            Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
        }
        var body = mapper.writeValueAsBytes(problem.body(Traces.id(exchange)));
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
