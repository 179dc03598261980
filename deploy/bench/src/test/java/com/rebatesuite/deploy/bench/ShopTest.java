package com.rebatesuite.deploy.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopTest {

    private HttpServer suite;

    @BeforeEach
    void start() throws IOException {
        suite = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answers("/oauth2/token", "{\"access_token\":\"token\"}");
        suite.start();
    }

    @AfterEach
    void stop() {
        suite.stop(0);
    }

    @Test
    void tellsWhichOrderWasPlaced() throws IOException, InterruptedException {
        answers("/api/orders", "{\"order_id\":\"1\",\"state\":\"CONFIRMED\",\"total\":{\"minor\":1000}}");

        assertThat(place(1)).isEqualTo(new Shop.Placed("1", "CONFIRMED", 1_000));
    }

    @Test
    void aRejectedOrderEndsTheRunInsteadOfBeingCounted() {
        answers("/api/orders", "{\"order_id\":\"1\",\"state\":\"REJECTED\",\"reason\":\"hold-quota\"}");

        assertThatThrownBy(() -> Load.open(100, Duration.ofMillis(20), (client, turn) -> {
                    var unused = place(turn);
                    return 1;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hold-quota")
                .hasMessageContaining("expected: goods and quota");
    }

    private Shop.Placed place(long turn) throws IOException, InterruptedException {
        var uri = URI.create("http://localhost:" + suite.getAddress().getPort());
        var shop = new Shop(new Http(uri), uri, new Webhook("whsec_c2VjcmV0"), Duration.ofMillis(1));
        return shop.place(Side.gateway(uri), "shopper", turn);
    }

    private void answers(String path, String body) {
        suite.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, body.getBytes(UTF_8).length);
            exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.close();
        });
    }
}
