package com.rebatesuite.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.platform.outbox.Outbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application on real servers, spoken to over HTTP; all tests that extend this share one context. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import(Doubles.class)
public abstract class OrderServiceFixture {

    protected static final FakeInventory INVENTORY = new FakeInventory();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @Autowired
    protected SettableClock clock;

    @Autowired
    private Outbox outbox;

    @Autowired
    protected JdbcClient jdbc;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add("DATABASE_URL", () -> Backends.postgres().jdbcUrl("orders"));
        registry.add("KAFKA_BOOTSTRAP_SERVERS", () -> Backends.kafka().bootstrapServers());
        registry.add("ISSUER_URI", () -> Backends.issuer().uri());
        registry.add("spring.cloud.discovery.client.simple.instances.inventory-service[0].uri", INVENTORY::uri);
    }

    @AfterEach
    void everythingIsNormal() {
        clock.reset();
        INVENTORY.is(FakeInventory.Mood.HOLDS);
    }

    protected RecordedOutbox outbox() {
        return (RecordedOutbox) outbox;
    }

    protected static String shopper(String user) {
        return Backends.issuer().token(user, "shop");
    }

    protected static String operator() {
        return Backends.issuer().token("olga", "shop", "ops");
    }

    protected static String partner(String partner) {
        return Backends.issuer().token("partner-" + partner, Map.of("partner", partner), "partner");
    }

    protected Answer get(String token, String path) {
        return send(token, request(path).GET());
    }

    protected Answer post(String token, String path, String body) {
        return post(token, path, body, UUID.randomUUID().toString());
    }

    protected Answer post(String token, String path, String body, String key) {
        return send(token, request(path).header("Idempotency-Key", key).POST(text(body)));
    }

    protected Answer put(String token, String path, String body, String... headers) {
        var request = request(path).PUT(text(body));
        return send(token, headers.length == 0 ? request : request.headers(headers));
    }

    /** The payment provider tells that the order's 21.50 GBP have been paid. */
    protected Answer pay(UUID order) {
        var body = """
                {"type":"payment.succeeded","timestamp":"2026-01-05T10:15:30Z","data":{"order_id":"%s",
                "payment_reference":"pay-%s","amount":{"currency":"GBP","minor":2150}}}""".formatted(order, order);
        return webhook(
                "msg-" + order, clock.instant(), body, ProviderSignature.of("msg-" + order, clock.instant(), body));
    }

    /** The payment provider calls. */
    protected Answer webhook(String id, Instant at, String body, String signature) {
        return send(
                "",
                request("/webhooks/payments")
                        .header("webhook-id", id)
                        .header("webhook-timestamp", String.valueOf(at.getEpochSecond()))
                        .header("webhook-signature", signature)
                        .POST(text(body)));
    }

    protected HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json");
    }

    protected static HttpRequest.BodyPublisher text(String body) {
        return HttpRequest.BodyPublishers.ofString(body, UTF_8);
    }

    protected static Answer send(String token, HttpRequest.Builder request) {
        var ready = token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
        try {
            var response = HTTP.send(ready.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
            return new Answer(response.statusCode(), response.headers(), tree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    protected static JsonNode tree(String json) {
        return json.isEmpty() ? JSON.createObjectNode() : JSON.readTree(json);
    }

    /** Puts the two items of the contracts' examples into the catalogue. */
    protected void sellTeaAndMugs() {
        post(operator(), "/ops/catalogue/imports", """
                {"items":[
                {"sku":"TEA-100","title":"Green tea","category":"groceries","merchant":"own",
                 "price":{"currency":"GBP","minor":450}},
                {"sku":"MUG-1","title":"Blue mug","category":"kitchen","merchant":"own",
                 "price":{"currency":"GBP","minor":1250}},
                {"sku":"EURO-1","title":"Euro mug","category":"kitchen","merchant":"own",
                 "price":{"currency":"EUR","minor":100}}]}""");
    }

    /** Two teas and a mug: 21.50 GBP. */
    protected static final String TEAS_AND_MUG =
            "{\"lines\":[{\"sku\":\"TEA-100\",\"quantity\":2},{\"sku\":\"MUG-1\",\"quantity\":1}]}";
}
