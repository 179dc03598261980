package com.rebatesuite.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.deploy.backends.Backends;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Levels as they are pushed, over HTTP and from the log. */
class StockStreamIT extends InventoryServiceFixture {

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void hangUp() {
        client.shutdownNow();
    }

    @Test
    void showsThePresentAndThenWhatMoves() throws Exception {
        receive(Map.of(tea, 10L, mug, 5L));
        var lines = open("alice", "?sku=" + tea + "&sku=" + mug);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(ids(lines)).containsExactlyInAnyOrder(tea + "@main:1", mug + "@main:1"));

        receive(Map.of(tea, 1L));
        await().atMost(Duration.ofSeconds(10)).until(() -> ids(lines).contains(tea + "@main:2"));
        assertThat(lines).contains("event:level", "retry:2000");
        assertThat(lines.get(lines.indexOf("id:" + tea + "@main:2") + 3)).isEqualTo("data:" + level(tea, 11, 2));
    }

    /** What another replica books reaches this one only through the log. */
    @Test
    void showsWhatOtherReplicasBook() throws Exception {
        receive(Map.of(tea, 10L));
        var lines = open("alice", "?sku=" + tea);
        await().atMost(Duration.ofSeconds(10)).until(() -> ids(lines).contains(tea + "@main:1"));

        send(List.of(
                new ProducerRecord<>("stock", tea, "no event"),
                new ProducerRecord<>(
                        "stock",
                        tea,
                        new String(Contract.example("stock-changed.v1"), UTF_8).replace("TEA-100", tea))));

        await().atMost(Duration.ofSeconds(10)).until(() -> ids(lines).contains(tea + "@main:12"));
    }

    @Test
    void comesBackToThePresent() throws Exception {
        receive(Map.of(tea, 10L));
        receive(Map.of(tea, 10L));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> body(get("/api/stock/" + tea)).path("sequence").longValue() == 2);

        var lines = open("alice", "?sku=" + tea, "Last-Event-ID", tea + "@main:1");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(ids(lines)).containsExactly(tea + "@main:2"));
    }

    @Test
    void refusesTheOneTooMany() throws Exception {
        for (int i = 0; i < 5; i++) {
            open("carol", "?sku=" + tea);
        }

        var refused = exchange(
                HttpMethod.GET,
                "/api/stock/stream?sku=" + tea,
                Backends.issuer().token("carol", "shop"),
                null,
                null);
        assertThat(refused.getStatusCode().value()).isEqualTo(429);
        assertThat(refused.getHeaders().getFirst("Retry-After")).isEqualTo("10");
        assertThat(body(refused).path("code").stringValue()).isEqualTo("too-many-streams");
    }

    private List<String> open(String user, String query, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/stock/stream" + query))
                .header("Authorization", "Bearer " + Backends.issuer().token(user, "shop"));
        var response =
                client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        return collected(response);
    }

    private static List<String> collected(HttpResponse<Stream<String>> response) {
        var lines = new CopyOnWriteArrayList<String>();
        Thread.ofVirtual().start(() -> response.body().forEach(lines::add));
        return lines;
    }

    private static List<String> ids(List<String> lines) {
        var ids = new ArrayList<String>();
        lines.stream().filter(line -> line.startsWith("id:")).forEach(line -> ids.add(line.substring(3)));
        return ids;
    }

    private static String level(String sku, long onHand, long sequence) {
        return """
                {"sku":"%s","location":"main","on_hand":%d,"held":0,"damaged":0,"available":%d,"sequence":%d}""".formatted(sku, onHand, onHand, sequence);
    }
}
