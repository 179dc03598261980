package com.rebatesuite.inventory.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.inventory.InventoryServiceFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** What is short is seen and can be closed, by people or by what comes in. */
class ShortfallsIT extends InventoryServiceFixture {

    private final String run = UUID.randomUUID().toString();

    @Test
    void showsSinceWhenAndWhatMadeItShorter() throws Exception {
        sell(tea, 2, "till/1");
        awaitShortfall(tea, 2);
        var since = shortfall(tea).orElseThrow().path("since").stringValue();
        sell(tea, 3, "till/2");
        awaitShortfall(tea, 5);

        var shortfall = shortfall(tea).orElseThrow();
        assertThat(shortfall.path("since").stringValue()).isEqualTo(since);
        assertThat(shortfall.path("last_reference").stringValue()).isEqualTo("till/2");
        assertThat(shortfall.path("last_at").stringValue()).isNotEqualTo(since);

        receive(Map.of(tea, 5L));
        assertThat(shortfall(tea)).isEmpty();
        sell(tea, 1, "till/3");
        awaitShortfall(tea, 1);
        assertThat(shortfall(tea).orElseThrow().path("since").stringValue()).isNotEqualTo(since);
    }

    @Test
    void listsThemInPages() throws Exception {
        var skus = IntStream.range(0, 5).mapToObj(number -> run + "-" + number).toList();
        for (var sku : skus) {
            sell(sku, 1, "till/1");
        }
        for (var sku : skus) {
            awaitShortfall(sku, 1);
        }

        assertThat(all(2)).filteredOn(sku -> sku.startsWith(run)).isEqualTo(skus);
        assertProblem(get("/ops/stock/shortfalls?cursor=YQ"), HttpStatus.BAD_REQUEST, "bad-cursor");
        assertProblem(get("/ops/stock/shortfalls?page_size=0"), HttpStatus.BAD_REQUEST, "invalid-request");
    }

    @Test
    void inv5_inv7_closesNoMoreThanIsShortAndThatOnce() throws Exception {
        sell(tea, 5, "till/1");
        awaitShortfall(tea, 5);
        var key = fresh("key");
        var body = "{\"quantity\":3,\"reason\":\"stolen, the police knows\"}";

        var dry = exchange(HttpMethod.POST, settle() + "?dry_run=true", operator, key, body);
        assertThat(body(dry).path("shortfall").longValue()).isEqualTo(2);
        awaitShortfall(tea, 5);
        var first = exchange(HttpMethod.POST, settle(), operator, key, body);
        var again = exchange(HttpMethod.POST, settle(), operator, key, body);

        assertThat(first.getStatusCode()).as(first.getBody()).isEqualTo(HttpStatus.OK);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        awaitShortfall(tea, 2);
        var less = settle(body);
        assertProblem(less, HttpStatus.CONFLICT, "shortfall-is-less");
        assertThat(body(less).path("shortfall").longValue()).isEqualTo(2);
        var row = body(get("/ops/stock/" + tea + "/movements")).path("items").get(0);
        assertThat(row.path("reason").stringValue()).isEqualTo("compensation");
        assertThat(row.path("note").stringValue()).isEqualTo("stolen, the police knows");
        assertThat(row.path("on_hand_delta").longValue()).isZero();
        assertThat(row.path("shortfall_delta").longValue()).isEqualTo(-3);
        assertThat(body(get("/ops/stock/verify?sku=" + tea)).path("breaks")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        for (var body : List.of(
                "{}",
                "{\"quantity\":0,\"reason\":\"r\"}",
                "{\"quantity\":1,\"reason\":\"\"}",
                "{\"quantity\":1,\"reason\":\"r\",\"location\":\"A b\"}")) {
            assertThat(settle(body).getStatusCode()).as(body).isEqualTo(HttpStatus.BAD_REQUEST);
        }
        assertProblem(settle("{\"quantity\":1,\"reason\":\"r\"}"), HttpStatus.CONFLICT, "shortfall-is-less");
        assertProblem(
                exchange(HttpMethod.POST, settle(), operator, null, "{\"quantity\":1,\"reason\":\"r\"}"),
                HttpStatus.BAD_REQUEST,
                "idempotency-key-missing");
    }

    private String settle() {
        return "/ops/stock/shortfalls/" + tea + "/settle";
    }

    private ResponseEntity<String> settle(String body) {
        return exchange(HttpMethod.POST, settle(), operator, fresh("key"), body);
    }

    private static void sell(String sku, long units, String reference) throws Exception {
        send(List.of(new ProducerRecord<>("stock-movements", sku, """
                {"product_id":"%s","quantity_change":%d,"timestamp":1767608130,"reference":"%s"}""".formatted(sku, -units, reference))));
    }

    private void awaitShortfall(String sku, long units) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shortfall(sku)
                        .filter(found -> found.path("shortfall").longValue() == units)
                        .isPresent());
    }

    private Optional<JsonNode> shortfall(String sku) {
        return list(200).stream()
                .filter(item -> item.path("sku").stringValue().equals(sku))
                .findFirst();
    }

    private List<String> all(int pageSize) {
        return list(pageSize).stream()
                .map(item -> item.path("sku").stringValue())
                .toList();
    }

    private List<JsonNode> list(int pageSize) {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = body(get("/ops/stock/shortfalls?page_size=" + pageSize + cursor));
            page.path("items").forEach(items::add);
            cursor = page.has("next_cursor")
                    ? "&cursor=" + page.path("next_cursor").stringValue()
                    : "";
        } while (!cursor.isEmpty());
        return items;
    }
}
