package com.rebatesuite.gateway.limit;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** Puts the limits together. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    @Bean
    Rates rates(ReactiveStringRedisTemplate redis, CircuitBreakerRegistry breakers) {
        return new SharedRates(
                new RedisRates(redis), new LocalRates(InstantSource.system()), breakers.circuitBreaker("redis"));
    }
}
