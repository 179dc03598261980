package com.rebatesuite.inventory.reconciliation.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Asks a sick order-service neither for long nor for ever: retry inside circuit breaker inside time limit. How many ask
 * at once is bounded by whoever does: one comparison and a few approvals.
 */
@Component
class OrdersGuard implements DisposableBean {

    private static final String NAME = "orders";

    private final Retry retry;
    private final CircuitBreaker breaker;
    private final TimeLimiter limit;
    private final ExecutorService threads;

    OrdersGuard(OrdersProperties properties, MeterRegistry meters) {
        this.retry = Retry.of(NAME, retry(properties));
        var breakers = CircuitBreakerRegistry.of(breaker(properties));
        this.breaker = breakers.circuitBreaker(NAME);
        this.limit = TimeLimiter.of(
                NAME,
                TimeLimiterConfig.custom()
                        .timeoutDuration(properties.answerWithin())
                        .build());
        this.threads = ContextExecutorService.wrap(
                Executors.newVirtualThreadPerTaskExecutor(),
                () -> ContextSnapshotFactory.builder().build().captureAll());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    }

    /** Asks under all limits; throws whatever stands in the way. */
    <T> T call(Callable<T> question) throws Exception {
        var guarded = CircuitBreaker.decorateCallable(breaker, Retry.decorateCallable(retry, question));
        return limit.executeFutureSupplier(() -> threads.submit(guarded));
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private static RetryConfig retry(OrdersProperties properties) {
        return RetryConfig.custom()
                .maxAttempts(properties.attempts())
                .intervalFunction(IntervalFunction.ofRandomized(properties.betweenAttempts()))
                .build();
    }

    private static CircuitBreakerConfig breaker(OrdersProperties properties) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(properties.window())
                .minimumNumberOfCalls(properties.window())
                .failureRateThreshold(properties.openAtFailurePercent())
                .waitDurationInOpenState(properties.openFor())
                .permittedNumberOfCallsInHalfOpenState(3)
                .build();
    }
}
