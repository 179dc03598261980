package com.rebatesuite.rebate.quote.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.platform.client.ClientGuard;
import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.quote.CatalogueItem;
import com.rebatesuite.rebate.quote.CatalogueUnavailable;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;

@SuppressWarnings("NullAway.Init")
class HttpCatalogueTest {

    private static final String TEA =
            "{\"items\":[{\"sku\":\"TEA-100\",\"title\":\"Tea\",\"category\":\"groceries\",\"merchant\":\"own\","
                    + "\"price\":{\"currency\":\"GBP\",\"minor\":450},\"version\":1}]}";

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    // Time is not what is tested here: a busy machine must not look like a sick catalogue.
    private final CatalogueProperties properties =
            properties(Map.of("quote.catalogue.limits.window", "4", "quote.catalogue.limits.answer-within", "30s"));
    private final ClientGuard guard = new ClientGuard("catalogue", properties.limits(), new SimpleMeterRegistry());
    private volatile int status = 200;
    private volatile String body = TEA;
    private HttpServer server;
    private HttpCatalogue catalogue;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/internal/catalogue/items", exchange -> {
            asked.add(exchange.getRequestURI().getRawQuery());
            var bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        // As the service's own: what else is on the test's class path would ask again by itself.
        var client = RestClient.builder()
                .requestFactory(new JdkClientHttpRequestFactory())
                .baseUrl("http://localhost:" + server.getAddress().getPort())
                .configureMessageConverters(converters ->
                        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(Contracts.MAPPER)))
                .build();
        catalogue = new HttpCatalogue(client, guard);
    }

    @AfterEach
    void stop() {
        guard.close();
        server.stop(0);
    }

    @Test
    void asksForAllProductsAtOnceWhateverIsInTheirSkus() {
        var found = catalogue.find(new LinkedHashSet<>(List.of("TEA-100", "A&B=1+{x} %")));

        assertThat(found)
                .containsExactly(Map.entry("TEA-100", new CatalogueItem("TEA-100", "groceries", "own", "GBP", 450)));
        assertThat(asked).containsExactly("sku=TEA-100&sku=A%26B%3D1%2B%7Bx%7D%20%25");
    }

    @Test
    void anAnswerThatIsNoneIsAnOutage() {
        for (var nonsense : List.of("{}", "[]", "{\"items\":[{\"sku\":\"TEA-100\"}]}")) {
            body = nonsense;
            assertUnavailable();
        }
    }

    @Test
    void asksTwiceThenLeavesASickCatalogueAlone() {
        status = 503;

        for (int call = 0; call < 5; call++) {
            assertUnavailable();
        }

        assertThat(asked).hasSize(8);
    }

    @Test
    void asksOrderServiceUnlessToldOtherwise() {
        var defaults = properties(Map.of());

        assertThat(defaults.url()).hasToString("http://order-service");
        assertThat(defaults.client()).isEqualTo("orders");
        assertThat(defaults.limits().answerWithin()).isEqualTo(Duration.ofSeconds(1));
    }

    private void assertUnavailable() {
        assertThatThrownBy(() -> catalogue.find(Set.of("TEA-100"))).isInstanceOf(CatalogueUnavailable.class);
    }

    private static CatalogueProperties properties(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("quote.catalogue", CatalogueProperties.class);
    }
}
