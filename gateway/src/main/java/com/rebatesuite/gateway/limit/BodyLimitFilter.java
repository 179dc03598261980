package com.rebatesuite.gateway.limit;

import com.rebatesuite.gateway.problem.Problem;
import com.rebatesuite.gateway.problem.Refused;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stops a body that is too big, by its stated length or as it comes in, and one whose rest does not come. */
@Component
class BodyLimitFilter implements GlobalFilter, Ordered {

    private final LimitProperties limits;

    BodyLimitFilter(LimitProperties limits) {
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return -20;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var limit = limit(exchange);
        var stated = exchange.getRequest().getHeaders().getContentLength();
        if (stated > limit.toBytes()) {
            return Mono.error(tooBig(limit));
        }
        return chain.filter(exchange.mutate()
                .request(new CountedRequest(exchange.getRequest(), limit, limits.stall()))
                .build());
    }

    private DataSize limit(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return route.getMetadata().get("max-body") instanceof String own ? DataSize.parse(own) : limits.maxBody();
    }

    private static Refused tooBig(DataSize limit) {
        return new Refused(Problem.lasting(
                HttpStatus.CONTENT_TOO_LARGE,
                "content-too-large",
                "at most " + limit.toBytes() + " bytes are read here"));
    }

    private static Throwable unfinished(Throwable failure) {
        return failure instanceof Refused
                ? failure
                : new Refused(Problem.lasting(
                        HttpStatus.REQUEST_TIMEOUT, "request-unfinished", "the rest of the body did not come"));
    }

    /** Counts what comes in. A body that breaks off is its sender's doing, which no breaker may count. */
    private static final class CountedRequest extends ServerHttpRequestDecorator {

        private final DataSize limit;
        private final Duration stall;

        CountedRequest(ServerHttpRequest request, DataSize limit, Duration stall) {
            super(request);
            this.limit = limit;
            this.stall = stall;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            var seen = new AtomicLong();
            return super.getBody()
                    .<DataBuffer>handle((buffer, sink) -> {
                        if (seen.addAndGet(buffer.readableByteCount()) <= limit.toBytes()) {
                            sink.next(buffer);
                            return;
                        }
                        DataBufferUtils.release(buffer);
                        sink.error(tooBig(limit));
                    })
                    .timeout(stall)
                    .onErrorMap(BodyLimitFilter::unfinished);
        }
    }
}
