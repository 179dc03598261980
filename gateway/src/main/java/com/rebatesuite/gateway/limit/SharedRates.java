package com.rebatesuite.gateway.limit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Asks Redis; while it does not answer, each gateway limits by itself. Never open. */
class SharedRates implements Rates {

    private static final Logger LOG = LoggerFactory.getLogger(SharedRates.class);

    private final Rates shared;
    private final Rates local;
    private final CircuitBreaker breaker;

    /** The breaker spares every request the wait for a Redis that hangs. */
    SharedRates(Rates shared, Rates local, CircuitBreaker breaker) {
        this.shared = shared;
        this.local = local;
        this.breaker = breaker;
        breaker.getEventPublisher()
                .onStateTransition(event -> LOG.warn("rate limit in Redis: {}", event.getStateTransition()));
    }

    @Override
    public Mono<Duration> waitFor(String caller, Rate rate) {
        return shared.waitFor(caller, rate)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorResume(failure -> local.waitFor(caller, rate));
    }
}
