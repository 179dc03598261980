package com.rebatesuite.inventory.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.inventory.Contract;
import com.rebatesuite.inventory.InventoryServiceFixture;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import tools.jackson.databind.JsonNode;

/** From the thresholds an operator sets to the webhook and the mail that somebody gets. */
class AlertsIT extends InventoryServiceFixture {

    private static final String THRESHOLDS = """
            {"safety_stock":2,"reorder_point":5,"hysteresis":1}""";

    private final List<String> webhooks = new CopyOnWriteArrayList<>();
    private final String category = fresh("tea").toLowerCase(Locale.ROOT);
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            webhooks.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void tellsPeopleWhenALevelIsLowAndWhenItHasRecovered() {
        receive(Map.of(tea, 10L));
        put("/ops/stock/" + tea + "/category", "{\"category\":\"%s\"}".formatted(category));
        open("webhook", "http://localhost:" + receiver.getAddress().getPort() + "/hook");
        open("mail", category + "@shop.example");
        assertThat(put("/ops/stock/" + tea + "/thresholds", THRESHOLDS)
                        .path("supply")
                        .stringValue())
                .isEqualTo("ok");

        hold(UUID.randomUUID(), """
                {"user_id":"alice","lines":[{"sku":"%s","quantity":6}]}""".formatted(tea));

        var alert = await().atMost(Duration.ofSeconds(30)).until(this::onlyAlert, found -> !found.isMissingNode());
        assertThat(alert.path("kind").stringValue()).isEqualTo("low");
        assertThat(alert.path("state").stringValue()).isEqualTo("open");
        assertThat(alert.path("category").stringValue()).isEqualTo(category);
        assertThat(alert.has("projected_out_at")).isTrue();
        var id = alert.path("id").stringValue();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(webhooks).hasSize(1);
            assertThat(mailsTo(category + "@shop.example")).isEqualTo(1);
            assertThat(statuses(id)).containsExactly("sent", "sent");
        });
        assertThat(webhooks.getFirst()).contains("alert-raised.v1").contains(id);
        var projection = body(get("/ops/stock/" + tea + "/projection"));
        assertThat(projection.path("units").longValue()).isEqualTo(6);
        assertThat(projection.path("available").longValue()).isEqualTo(4);
        assertThat(projection.has("projected_out_at")).isTrue();

        var acknowledged = body(
                exchange(HttpMethod.POST, "/ops/stock/alerts/" + id + "/acknowledge", operator, fresh("key"), """
                        {"note":"ordered"}"""));
        assertThat(acknowledged.path("state").stringValue()).isEqualTo("acknowledged");
        assertThat(acknowledged.path("acknowledged").path("by").stringValue()).isEqualTo("olga");

        receive(Map.of(tea, 20L));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(onlyAlert().path("state").stringValue()).isEqualTo("cleared");
            assertThat(webhooks).hasSize(2);
        });
        assertThat(webhooks.getLast()).contains("alert-cleared.v1");
        assertThat(body(get("/ops/stock/alerts/" + id)).path("crossings").findValuesAsString("supply"))
                .containsExactly("low", "ok");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(records("alerts", UUID.fromString(id)))
                        .extracting(record -> Contract.JSON
                                .readTree(record.value())
                                .path("type")
                                .stringValue())
                        .containsExactly("alert-raised.v1", "alert-acknowledged.v1", "alert-cleared.v1"));
    }

    @Test
    void thresholdsAreChangedOnlyAsTheOperatorSeesThem() {
        receive(Map.of(tea, 3L));
        var path = "/ops/stock/" + tea + "/thresholds";
        var dry = exchange(HttpMethod.PUT, path + "?dry_run=true", operator, null, THRESHOLDS);
        assertThat(body(dry).path("supply").stringValue()).isEqualTo("low");
        assertThat(get(path).getHeaders().getETag()).isEqualTo("\"0-0-0\"");

        assertThat(exchange(HttpMethod.PUT, path, operator, null, THRESHOLDS)
                        .getHeaders()
                        .getETag())
                .isEqualTo("\"2-5-1\"");
        assertProblem(
                exchange(HttpMethod.PUT, path, operator, null, THRESHOLDS),
                HttpStatus.PRECONDITION_REQUIRED,
                "if-match-missing");
        assertProblem(putIfMatch("\"0-0-0\"", path, THRESHOLDS), HttpStatus.PRECONDITION_FAILED, "stale-thresholds");
        assertProblem(putIfMatch("7", path, THRESHOLDS), HttpStatus.BAD_REQUEST, "bad-etag");
        assertThat(putIfMatch("\"2-5-1\"", path, THRESHOLDS).getStatusCode()).isEqualTo(HttpStatus.OK);
        var movement =
                body(get("/ops/stock/" + tea + "/movements")).path("items").get(0);
        assertThat(movement.path("reason").stringValue()).isEqualTo("thresholds");
        assertThat(movement.path("note").stringValue()).isEqualTo("safety stock 2, reorder point 5, hysteresis 1");
        assertProblem(get("/ops/stock/" + mug + "/thresholds"), HttpStatus.NOT_FOUND, "unknown-sku");
        assertProblem(
                exchange(HttpMethod.PUT, path, operator, null, THRESHOLDS.replace("5", "-5")),
                HttpStatus.BAD_REQUEST,
                "invalid-request");
    }

    @Test
    void manyThresholdsAreSetEachForItself() {
        receive(Map.of(tea, 3L, mug, 9L));
        var body = """
                {"items":[{"sku":"%s","thresholds":%s},
                          {"sku":"%s","thresholds":%s,"if_match":"\\"9-9-9\\""}]}
                """.formatted(tea, THRESHOLDS, mug, THRESHOLDS);
        var key = fresh("key");
        var set = exchange(HttpMethod.POST, "/ops/stock/thresholds", operator, key, body);

        assertThat(body(set).path("results").findValuesAsString("status")).containsExactly("set", "stale");
        assertThat(body(set).path("results").findValuesAsString("etag")).containsExactly("\"2-5-1\"", "\"0-0-0\"");
        var again = exchange(HttpMethod.POST, "/ops/stock/thresholds", operator, key, body);
        assertThat(again.getHeaders().getFirst("Idempotency-Hit")).isEqualTo("true");
        assertThat(body(again)).isEqualTo(body(set));
    }

    @Test
    void aSecretIsShownOnceAndAChannelCanBeRemoved() {
        var opened = open("webhook", "http://localhost:1/hook");
        var id = opened.path("id").stringValue();
        var rotated = body(exchange(
                HttpMethod.POST, "/ops/stock/alert-channels/" + id + "/rotate-secret", operator, fresh("key"), null));

        assertThat(opened.path("secret").stringValue()).startsWith("whsec_");
        assertThat(rotated.path("secret").stringValue())
                .startsWith("whsec_")
                .isNotEqualTo(opened.path("secret").stringValue());
        var listed = get("/ops/stock/alert-channels?page_size=200");
        assertThat(listed.getBody()).contains(id).doesNotContain("whsec_");
        assertThat(delete(id)).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(delete(id)).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        for (var body : List.of(
                "{\"type\":\"fax\",\"address\":\"1\"}",
                "{\"type\":\"mail\"}",
                "{\"type\":\"mail\",\"address\":\"a@b.example\",\"kinds\":[\"much\"]}",
                "{\"type\":\"mail\",\"address\":\"a@b.example\",\"category\":\"A B\"}")) {
            assertProblem(
                    exchange(HttpMethod.POST, "/ops/stock/alert-channels", operator, fresh("key"), body),
                    HttpStatus.BAD_REQUEST,
                    "invalid-request");
        }
        assertProblem(
                exchange(HttpMethod.POST, "/ops/stock/alert-channels", operator, fresh("key"), """
                        {"type":"mail","address":"nobody"}"""),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "address-refused");
        assertThat(get("/ops/stock/alerts?state=lost").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(get("/ops/stock/alerts?cursor=%21").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertProblem(get("/ops/stock/alerts/" + UUID.randomUUID()), HttpStatus.NOT_FOUND, "unknown-alert");
        assertProblem(get("/ops/stock/" + tea + "/projection"), HttpStatus.NOT_FOUND, "unknown-sku");
        assertProblem(
                exchange(
                        HttpMethod.POST,
                        "/ops/stock/alerts/%s/deliveries/%s/retry".formatted(UUID.randomUUID(), UUID.randomUUID()),
                        operator,
                        fresh("key"),
                        null),
                HttpStatus.NOT_FOUND,
                "unknown-delivery");
    }

    private JsonNode onlyAlert() {
        return body(get("/ops/stock/alerts?sku=" + tea)).path("items").path(0);
    }

    private List<String> statuses(String alert) {
        return body(get("/ops/stock/alerts/" + alert + "/deliveries"))
                .path("items")
                .findValuesAsString("status");
    }

    private JsonNode open(String type, String address) {
        var answer = exchange(HttpMethod.POST, "/ops/stock/alert-channels", operator, fresh("key"), """
                {"type":"%s","category":"%s","address":"%s"}""".formatted(
                        type, category, address));
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.CREATED);
        return body(answer);
    }

    private JsonNode put(String path, String body) {
        var answer = exchange(HttpMethod.PUT, path, operator, null, body);
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.OK);
        return body(answer);
    }

    private HttpStatusCode delete(String id) {
        return exchange(HttpMethod.DELETE, "/ops/stock/alert-channels/" + id, operator, null, null)
                .getStatusCode();
    }
}
