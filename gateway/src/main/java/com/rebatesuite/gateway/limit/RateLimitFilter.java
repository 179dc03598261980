package com.rebatesuite.gateway.limit;

import com.rebatesuite.gateway.problem.Problem;
import com.rebatesuite.gateway.problem.Refused;
import java.security.Principal;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** So many requests a second per user and door; without a token per address. */
@Component
class RateLimitFilter implements GlobalFilter, Ordered {

    private final Rates rates;
    private final LimitProperties limits;
    private final ClientAddress clientAddress;

    RateLimitFilter(Rates rates, LimitProperties limits, ClientAddress clientAddress) {
        this.rates = rates;
        this.limits = limits;
        this.clientAddress = clientAddress;
    }

    /** Before the breaker of the route: a caller who asks too often is not the service's fault. */
    @Override
    public int getOrder() {
        return -30;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var door = exchange.getRequest().getPath().value().split("/", 3)[1];
        var rate = limits.rates().get(door);
        if (rate == null) {
            throw new IllegalStateException("gateway.limits.rates: none for " + door + " (expected: one per door)");
        }
        return exchange.getPrincipal()
                .map(Principal::getName)
                .defaultIfEmpty(clientAddress.of(exchange.getRequest()))
                .flatMap(caller -> rates.waitFor(door + ":" + caller, rate))
                .flatMap(wait -> wait.isZero() ? chain.filter(exchange) : Mono.error(tooMany(wait)));
    }

    private static Refused tooMany(Duration wait) {
        return new Refused(
                Problem.passing(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "slow down a little", wait));
    }
}
