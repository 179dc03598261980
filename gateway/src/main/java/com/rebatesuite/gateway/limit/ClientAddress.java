package com.rebatesuite.gateway.limit;

import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.gateway.filter.headers.TrustedProxies;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Where a request comes from: the neighbour, or whom a trusted proxy names. */
@Component
class ClientAddress {

    private final TrustedProxies proxies;

    ClientAddress(@Value("${spring.cloud.gateway.server.webflux.trusted-proxies}") String trusted) {
        this.proxies = Objects.requireNonNull(TrustedProxies.from(trusted));
    }

    String of(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        var neighbour = remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
        var forwarded = request.getHeaders().getFirst("X-Forwarded-For");
        // Only the last entry is the proxy's own word; what stands before it may be made up.
        return forwarded != null && proxies.isTrusted(neighbour)
                ? forwarded.substring(forwarded.lastIndexOf(',') + 1).strip()
                : neighbour;
    }
}
