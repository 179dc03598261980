package com.rebatesuite.gateway;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Answers no request on the thread that reads the connection. Reactor Netty 1.3.7 stops reading a connection for ever
 * when a request that had to queue is answered at once (reactor/reactor-netty#4361): a refusal after a normal answer
 * made the client's next request hang. To go when that is fixed in the version we use.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OffTheEventLoop implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).subscribeOn(Schedulers.parallel());
    }
}
