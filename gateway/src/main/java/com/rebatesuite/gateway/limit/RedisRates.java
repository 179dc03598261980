package com.rebatesuite.gateway.limit;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Mono;

/** Rates as all gateways see them together, by the clock of Redis. */
class RedisRates implements Rates {

    private static final RedisScript<Long> SCRIPT =
            RedisScript.of(new ClassPathResource("com/rebatesuite/gateway/limit/rate.lua"), Long.class);

    private final ReactiveStringRedisTemplate redis;

    RedisRates(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public Mono<Duration> waitFor(String caller, Rate rate) {
        var arguments = List.of(Long.toString(rate.intervalMicros()), Long.toString(rate.toleranceMicros()));
        return redis.execute(SCRIPT, List.of("rate:" + caller), arguments)
                .next()
                .map(micros -> Duration.of(micros, ChronoUnit.MICROS));
    }
}
