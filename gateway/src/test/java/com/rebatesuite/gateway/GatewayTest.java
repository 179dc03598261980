package com.rebatesuite.gateway;

import com.rebatesuite.deploy.backends.Backends;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Flux;

/** The whole gateway between real services, a real Redis and a real issuer; impatient, and stingy to shoppers. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "eureka.client.enabled=false",
            "spring.cloud.loadbalancer.cache.ttl=50ms",
            "spring.cloud.gateway.server.webflux.httpclient.response-timeout=1500ms",
            "gateway.limits.stall=300ms",
            "gateway.limits.rates.api.per-second=2",
            "gateway.limits.rates.api.burst=40"
        })
@Import(GatewayTest.Registry.class)
abstract class GatewayTest {

    static final Service ORDERS = new Service("order-service");
    static final Service MORE_ORDERS = new Service("order-service");
    static final Service INVENTORY = new Service("inventory-service");
    static final Service REBATES = new Service("rebate-service");
    static final Service ANALYTICS = new Service("analytics-service");

    @Autowired
    CircuitBreakerRegistry breakers;

    @Autowired
    Registry registry;

    @Value("${local.server.port}")
    int port;

    @Value("${local.management.port}")
    int managementPort;

    Door door;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        properties.add(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                () -> Backends.issuer().uri());
        properties.add("spring.data.redis.host", () -> "localhost");
        properties.add("spring.data.redis.port", () -> Backends.redis().port());
    }

    @BeforeEach
    void asNew() {
        door = new Door(port);
        for (var service : List.of(ORDERS, MORE_ORDERS, INVENTORY, REBATES, ANALYTICS)) {
            service.reset();
        }
        registered("order-service", ORDERS, MORE_ORDERS);
        registered("inventory-service", INVENTORY);
        registered("rebate-service", REBATES);
        registered("analytics-service", ANALYTICS);
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    /** The registry now knows these instances of the service, and no others. */
    void registered(String name, Service... services) {
        registry.instances.put(name, List.of(services));
    }

    /** A token of somebody never seen before, so that no test uses up another's rate. */
    static String token(String scope) {
        return Backends.issuer().token("user-" + UUID.randomUUID(), scope);
    }

    /** Who is where, as the test says. */
    @Component
    static class Registry implements ReactiveDiscoveryClient {

        final Map<String, List<Service>> instances = new ConcurrentHashMap<>();

        @Override
        public String description() {
            return "who is where, as the test says";
        }

        @Override
        public Flux<String> getServices() {
            return Flux.fromIterable(instances.keySet());
        }

        @Override
        public Flux<ServiceInstance> getInstances(String name) {
            return Flux.fromIterable(instances.getOrDefault(name, List.of())).map(service -> {
                var uri = URI.create(service.uri());
                return new DefaultServiceInstance(service.uri(), name, uri.getHost(), uri.getPort(), false);
            });
        }
    }
}
