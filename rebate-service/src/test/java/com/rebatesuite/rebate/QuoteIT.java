package com.rebatesuite.rebate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.backends.Backends;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Quotes of the running service, with an order-service found by its name and asked with a token. */
class QuoteIT extends RunningService {

    private static final HttpServer ORDERS = orders();
    private static volatile int status = 200;

    @DynamicPropertySource
    static void orders(DynamicPropertyRegistry registry) {
        registry.add("ISSUER_URI", () -> Backends.issuer().uri());
        registry.add("quote.catalogue.limits.answer-within", () -> "20s");
        registry.add("quote.catalogue.limits.connect-within", () -> "5s");
        registry.add("quote.catalogue.limits.read-within", () -> "9s");
        registry.add(
                "spring.cloud.discovery.client.simple.instances.order-service[0].uri",
                () -> "http://localhost:" + ORDERS.getAddress().getPort());
    }

    @Test
    void asksTheCatalogueForWhatAShopperLooksAt() {
        status = 200;

        var answer = get("/api/rebates/quote?sku=TEA-100&sku=NO-1", token("alice"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var quotes = tree(answer).path("quotes");
        assertThat(quotes.at("/0/price/minor").asInt()).isEqualTo(450);
        assertThat(quotes.at("/0/known").asBoolean()).isTrue();
        assertThat(quotes.at("/1/known").asBoolean()).isFalse();
        assertThat(exchange(request("/api/rebates/quote?sku=TEA-100", "nonsense")
                                .GET())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void asksToComeBackWhileTheCatalogueIsAway() {
        status = 503;

        var answer = get("/api/rebates/quote?sku=TEA-100", token("alice"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(tree(answer).path("code").asString()).isEqualTo("catalogue-unavailable");
        assertThat(tree(answer).path("retryable").asBoolean()).isTrue();
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    }

    private static HttpServer orders() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/internal/catalogue/items", QuoteIT::answer);
            server.start();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        var allowed = token != null && token.startsWith("Bearer ");
        var body = """
                {"items":[{"sku":"TEA-100","title":"Green tea","category":"groceries","merchant":"own",
                "price":{"currency":"GBP","minor":450},"version":1}]}""".getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(allowed ? status : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
