package com.rebatesuite.platform.client;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
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

/** Keeps a sick neighbour from making us sick: retry inside circuit breaker inside time limit, a bounded number at once. */
public final class ClientGuard implements AutoCloseable {

    private static final int TRIED_WHEN_HALF_OPEN = 3;

    private final Retry retry;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final TimeLimiter limit;
    private final ExecutorService threads;

    /** The name is that of the circuit breaker in the metrics. */
    public ClientGuard(String name, ClientLimits limits, MeterRegistry meters) {
        this.retry = Retry.of(name, retry(limits));
        var breakers = CircuitBreakerRegistry.of(breaker(limits));
        this.breaker = breakers.circuitBreaker(name);
        this.bulkhead = Bulkhead.of(
                name,
                BulkheadConfig.custom().maxConcurrentCalls(limits.atOnce()).build());
        this.limit = TimeLimiter.of(
                name,
                TimeLimiterConfig.custom()
                        .timeoutDuration(limits.answerWithin())
                        .build());
        // The trace of the request goes along to the thread that asks.
        this.threads = ContextExecutorService.wrap(
                Executors.newVirtualThreadPerTaskExecutor(),
                () -> ContextSnapshotFactory.builder().build().captureAll());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    }

    /** Asks under all limits; throws whatever stands in the way. */
    public <T> T call(Callable<T> question) throws Exception {
        var retried = Retry.decorateCallable(retry, question);
        var guarded = Bulkhead.decorateCallable(bulkhead, CircuitBreaker.decorateCallable(breaker, retried));
        return limit.executeFutureSupplier(() -> threads.submit(guarded));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static RetryConfig retry(ClientLimits limits) {
        return RetryConfig.custom()
                .maxAttempts(limits.attempts())
                .intervalFunction(IntervalFunction.ofRandomized(limits.betweenAttempts()))
                .build();
    }

    private static CircuitBreakerConfig breaker(ClientLimits limits) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(limits.window())
                .minimumNumberOfCalls(limits.window())
                .failureRateThreshold(limits.openAtFailurePercent())
                .waitDurationInOpenState(limits.openFor())
                .permittedNumberOfCallsInHalfOpenState(TRIED_WHEN_HALF_OPEN)
                .build();
    }
}
