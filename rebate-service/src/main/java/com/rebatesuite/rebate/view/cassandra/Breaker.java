package com.rebatesuite.rebate.view.cassandra;

import com.rebatesuite.rebate.store.StoreUnavailable;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;

/** Reads fail at once while Cassandra is away, instead of each of them waiting for a timeout. */
final class Breaker {

    private final CircuitBreaker breaker = CircuitBreaker.of(
            "cassandra-reads",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(20)
                    .minimumNumberOfCalls(5)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(2))
                    .permittedNumberOfCallsInHalfOpenState(3)
                    .recordExceptions(DataAccessException.class)
                    .build());

    <T> T read(Supplier<T> reading) {
        try {
            return breaker.executeSupplier(reading);
        } catch (StoreUnavailable known) {
            throw known;
        } catch (CallNotPermittedException | DataAccessException away) {
            throw new StoreUnavailable("Cassandra does not answer", away);
        }
    }
}
