package com.rebatesuite.rebate.quote.http;

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
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Keeps a sick catalogue from making us sick: retry inside circuit breaker inside time limit, a bounded number at once. */
@Component
class CatalogueGuard implements DisposableBean {

    private static final String NAME = "catalogue";

    private final Retry retry;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final TimeLimiter limit;
    private final ExecutorService threads;

    CatalogueGuard(CatalogueProperties properties, MeterRegistry meters) {
        this.retry = Retry.of(NAME, retry(properties));
        var breakers = CircuitBreakerRegistry.of(breaker(properties));
        this.breaker = breakers.circuitBreaker(NAME);
        this.bulkhead = Bulkhead.of(
                NAME,
                BulkheadConfig.custom().maxConcurrentCalls(properties.atOnce()).build());
        this.limit = TimeLimiter.of(
                NAME,
                TimeLimiterConfig.custom()
                        .timeoutDuration(properties.answerWithin())
                        .build());
        // The trace of the request goes along to the thread that asks.
        this.threads = ContextExecutorService.wrap(
                Executors.newVirtualThreadPerTaskExecutor(),
                () -> ContextSnapshotFactory.builder().build().captureAll());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    }

    /** Calls under all limits; throws whatever stands in the way. */
    <T> T call(Callable<T> question) throws Exception {
        var retried = Retry.decorateCallable(retry, question);
        var guarded = Bulkhead.decorateCallable(bulkhead, CircuitBreaker.decorateCallable(breaker, retried));
        return limit.executeFutureSupplier(() -> threads.submit(guarded));
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private static RetryConfig retry(CatalogueProperties properties) {
        return RetryConfig.custom()
                .maxAttempts(properties.attempts())
                .intervalFunction(IntervalFunction.ofRandomized(properties.betweenAttempts()))
                .build();
    }

    private static CircuitBreakerConfig breaker(CatalogueProperties properties) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(properties.window())
                .minimumNumberOfCalls(properties.window())
                .failureRateThreshold(properties.openAtFailurePercent())
                .waitDurationInOpenState(properties.openFor())
                .permittedNumberOfCallsInHalfOpenState(3)
                .build();
    }
}
