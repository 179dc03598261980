package com.rebatesuite.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientAddressTest {

    private final ClientAddress address = new ClientAddress("10\\.0\\.0\\..*");

    @Test
    void isTheNeighbourWhateverAStrangerSays() {
        assertThat(address.of(
                        from("203.0.113.7").header("X-Forwarded-For", "1.1.1.1").build()))
                .isEqualTo("203.0.113.7");
        assertThat(address.of(from("203.0.113.7").build())).isEqualTo("203.0.113.7");
    }

    @Test
    void isWhomATrustedProxySawAndNotWhatThatOneClaimed() {
        assertThat(address.of(from("10.0.0.1")
                        .header("X-Forwarded-For", "1.1.1.1, 203.0.113.7")
                        .build()))
                .isEqualTo("203.0.113.7");
        assertThat(address.of(from("10.0.0.1").build())).isEqualTo("10.0.0.1");
    }

    private static MockServerHttpRequest.BaseBuilder<?> from(String neighbour) {
        return MockServerHttpRequest.get("/webhooks/payments").remoteAddress(new InetSocketAddress(neighbour, 4711));
    }
}
