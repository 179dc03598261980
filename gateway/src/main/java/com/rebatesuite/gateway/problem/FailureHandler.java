package com.rebatesuite.gateway.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where every request ends that nobody answered: no route, no instance, too slow, too big, too many. */
@Component
// Before Spring's own handler of status exceptions, which answers without a body.
@Order(-2)
class FailureHandler implements ErrorWebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

    private final ProblemWriter problems;

    FailureHandler(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        var problem = Failures.problem(failure);
        log(exchange, problem, failure);
        return problems.write(exchange, problem);
    }

    /** A stack only where nobody knows the reason. */
    private static void log(ServerWebExchange exchange, Problem problem, Throwable failure) {
        var request = exchange.getRequest();
        if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
            LOG.error("{} {} trace {}", request.getMethod(), request.getPath(), Traces.id(exchange), failure);
            return;
        }
        LOG.info(
                "{} {}: {}, {}, trace {}",
                request.getMethod(),
                request.getPath(),
                problem.code(),
                failure.getMessage(),
                Traces.id(exchange));
    }
}
