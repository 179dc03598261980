package com.rebatesuite.gateway.limit;

import java.time.Duration;
import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hangs up when an answer has begun and its rest does not come. The timeout of a route ends with the headers. */
@Component
class StalledAnswerFilter implements GlobalFilter, Ordered {

    private final Duration stall;

    StalledAnswerFilter(LimitProperties limits) {
        this.stall = limits.stall();
    }

    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange.mutate()
                .response(new WatchedResponse(exchange.getResponse(), stall))
                .build());
    }

    /** Only whole answers are written this way: streams are written and flushed, and may be silent. */
    private static final class WatchedResponse extends ServerHttpResponseDecorator {

        private final Duration stall;

        WatchedResponse(ServerHttpResponse response, Duration stall) {
            super(response);
            this.stall = stall;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return super.writeWith(Flux.from(body).timeout(stall));
        }
    }
}
