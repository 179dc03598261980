package com.rebatesuite.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.backends.Backends;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

class RedisRatesTest extends RatesContract {

    private static LettuceConnectionFactory connections;
    private static ReactiveStringRedisTemplate redis;

    @BeforeAll
    static void connect() {
        connections = new LettuceConnectionFactory("localhost", Backends.redis().port());
        connections.afterPropertiesSet();
        connections.start();
        redis = new ReactiveStringRedisTemplate(connections);
    }

    @AfterAll
    static void disconnect() {
        connections.destroy();
    }

    @Override
    Rates rates() {
        return new RedisRates(redis);
    }

    @Test
    void isOneMemoryForAllGateways() {
        var caller = "caller-" + UUID.randomUUID();
        var one = new RedisRates(redis);
        var two = new RedisRates(redis);
        var rate = new Rate(1, 2);

        assertThat(one.waitFor(caller, rate).block()).isZero();
        assertThat(two.waitFor(caller, rate).block()).isZero();
        assertThat(one.waitFor(caller, rate).block()).isPositive();
        assertThat(two.waitFor(caller, rate).block()).isPositive();
    }

    @Test
    void forgetsACallerWhoIsNotAheadAnyMore() {
        var caller = "caller-" + UUID.randomUUID();

        new RedisRates(redis).waitFor(caller, new Rate(2, 5)).block();

        assertThat(redis.getExpire("rate:" + caller).block()).isBetween(Duration.ofMillis(1), Duration.ofMillis(500));
    }
}
