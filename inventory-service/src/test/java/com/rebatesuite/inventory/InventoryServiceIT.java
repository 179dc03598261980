package com.rebatesuite.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.deploy.backends.Backends;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** Requests in, events out. */
class InventoryServiceIT extends InventoryServiceFixture {

    @Test
    void isReady() {
        var health = RestClient.create("http://localhost:" + managementPort)
                .get()
                .uri("/actuator/health/readiness")
                .retrieve()
                .body(String.class);

        assertThat(health).contains("\"status\":\"UP\"");
    }

    @Test
    void holdsOverHttpAndShowsItInTheView() {
        receive(Map.of(tea, 10L, mug, 5L));
        var held = hold(UUID.randomUUID(), """
                {"user_id":"alice","lines":[{"sku":"%s","quantity":2},{"sku":"%s","quantity":1}]}""".formatted(tea, mug));

        assertThat(held.path("status").stringValue()).isEqualTo("held");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(redis.opsForHash().get("stock-levels:" + tea, "main"))
                        .isEqualTo("2:10:2:0:0:0:0:0:ok"));
        var level = get("/api/stock/" + tea);
        assertThat(level.getHeaders().getETag()).isEqualTo("\"2\"");
        assertThat(body(level).path("available").longValue()).isEqualTo(8);
        var levels = body(get("/api/stock?sku=" + tea + "&sku=" + mug + "&sku=nothing"));
        assertThat(levels.path("levels").findValuesAsString("sku")).containsExactly(tea, mug);
        assertThat(levels.path("unknown").toString()).isEqualTo("[\"nothing\"]");
    }

    @Test
    void takesOneParameterAsOneSku() {
        var both = "A,B-" + fresh("");
        receive(Map.of(tea, 10L, both, 5L));

        assertThat(body(get("/api/stock?sku=" + both)).path("levels").findValuesAsString("sku"))
                .containsExactly(both);
        assertThat(body(get("/api/stock?sku=" + both + "&sku=" + tea))
                        .path("levels")
                        .findValuesAsString("sku"))
                .containsExactly(both, tea);
        assertThat(body(get("/ops/stock/movements/sums?reference=delivery,1")).path("sums"))
                .isEmpty();
        assertThat(get("/api/stock?sku=").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void anOrderRunsThroughFromItsEventsAndSumsToZero() throws Exception {
        receive(Map.of(tea, 10L, mug, 5L));
        var order = UUID.randomUUID();
        send(List.of(
                event("order-placed", order, tea, mug),
                event("order-placed", order, tea, mug),
                new ProducerRecord<>("orders", "shopper-1", "no event of " + order),
                event("order-paid", order, tea, mug),
                event("order-shipped", order, tea, mug),
                event("return-received", order, tea, mug),
                event("return-received", order, tea, mug)));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(body(get("/ops/stock/" + tea + "/movements"))
                                .path("items")
                                .findValuesAsString("reason"))
                        .containsExactly("restock", "commit", "hold", "receipt"));
        var sums =
                body(get("/ops/stock/movements/sums?reference=order/" + order)).path("sums");
        assertThat(sum(sums, "held_delta")).isZero();
        assertThat(sum(sums, "on_hand_delta")).isEqualTo(-3);
        assertThat(body(get("/ops/stock/verify?sku=" + tea)).toString()).isEqualTo("{\"checked\":1,\"breaks\":[]}");
        assertThat(body(exchange(HttpMethod.GET, "/internal/reservations/" + order, service, null, null))
                        .path("status")
                        .stringValue())
                .isEqualTo("committed");
    }

    @Test
    void receivesOncePerKey() {
        var key = fresh("key");
        var body = receipt(Map.of(tea, 3L));
        var first = exchange(HttpMethod.POST, "/ops/stock/receipts", operator, key, body);
        var second = exchange(HttpMethod.POST, "/ops/stock/receipts", operator, key, body);

        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(second.getHeaders().getFirst("Idempotency-Hit")).isEqualTo("true");
        assertThat(onHand(tea)).isEqualTo(3);
        assertProblem(
                exchange(HttpMethod.POST, "/ops/stock/receipts", operator, key, receipt(Map.of(tea, 4L))),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused");
        assertProblem(
                exchange(HttpMethod.POST, "/ops/stock/receipts", operator, null, body),
                HttpStatus.BAD_REQUEST,
                "idempotency-key-missing");
    }

    @Test
    void aDryRunSaysWhatWouldBeAndLeavesNothing() {
        var key = fresh("key");
        var dry =
                exchange(HttpMethod.POST, "/ops/stock/receipts?dry_run=true", operator, key, receipt(Map.of(tea, 3L)));

        assertThat(dry.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(body(dry).path("movements").get(0).path("on_hand").longValue())
                .isEqualTo(3);
        assertProblem(get("/api/stock/" + tea), HttpStatus.NOT_FOUND, "unknown-sku");
        exchange(HttpMethod.POST, "/ops/stock/receipts", operator, key, receipt(Map.of(tea, 3L)));
        assertThat(onHand(tea)).isEqualTo(3);
    }

    @Test
    void adjustsOnlyWhatTheOperatorSees() {
        receive(Map.of(tea, 10L));
        Function<String, ResponseEntity<String>> adjust = body ->
                exchange(HttpMethod.POST, "/ops/stock/adjustments", operator, fresh("key"), body.formatted(tea));

        var stale = adjust.apply("""
                {"sku":"%s","delta":-2,"expected_quantity":9,"reason":"counted","reference":"count/1"}""");
        assertProblem(stale, HttpStatus.PRECONDITION_FAILED, "stale-quantity");
        assertThat(body(stale).path("actual_quantity").longValue()).isEqualTo(10);

        var booked = adjust.apply("""
                {"sku":"%s","delta":-2,"expected_quantity":10,"reason":"counted","reference":"count/1"}""");
        assertThat(booked.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(onHand(tea)).isEqualTo(8);
        var journal = body(get("/ops/stock/" + tea + "/movements")).path("items");
        assertThat(journal.get(0).path("reason_code").stringValue()).isEqualTo("counted");
        assertThat(journal.get(1).has("reason_code")).isFalse();

        assertProblem(adjust.apply("""
                {"sku":"%s","delta":-9,"reason":"counted","reference":"count/1"}"""), HttpStatus.CONFLICT, "stock-not-free");
        assertProblem(adjust.apply("""
                {"sku":"%s-none","delta":-9,"reason":"counted","reference":"count/1"}"""), HttpStatus.NOT_FOUND, "unknown-sku");
        assertThat(adjust.apply("""
                {"sku":"%s","delta":0,"reason":"counted","reference":"count/1"}""").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void refusesAnOrderThatComesBackWithOtherLines() {
        receive(Map.of(tea, 10L));
        var order = UUID.randomUUID();
        var body = "{\"user_id\":\"alice\",\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]}";
        hold(order, body.formatted(tea, 2));

        assertProblem(
                exchange(HttpMethod.PUT, "/internal/reservations/" + order, service, null, body.formatted(tea, 3)),
                HttpStatus.CONFLICT,
                "reservation-differs");
        assertThat(hold(UUID.randomUUID(), body.formatted(tea, 9))
                        .path("missing")
                        .toString())
                .isEqualTo("[{\"sku\":\"" + tea + "\",\"requested\":9,\"available\":8}]");
    }

    @Test
    void opensNoDoorToTheWrongToken() {
        var shopper = Backends.issuer().token("alice", "shop");
        var path = "/internal/reservations/" + UUID.randomUUID();

        assertProblem(exchange(HttpMethod.GET, path, shopper, null, null), HttpStatus.FORBIDDEN, "forbidden");
        assertProblem(
                exchange(HttpMethod.GET, "/ops/stock/verify", shopper, null, null), HttpStatus.FORBIDDEN, "forbidden");
        assertProblem(exchange(HttpMethod.GET, path, service, null, null), HttpStatus.NOT_FOUND, "unknown-reservation");
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        var malformed = new String[] {
            "{}",
            "{\"reference\":\"r\",\"lines\":[]}",
            "{\"reference\":\"r\",\"lines\":[{\"sku\":\"\",\"quantity\":1}]}",
            "{\"reference\":\"r\",\"lines\":[{\"sku\":\"a\",\"quantity\":0}]}",
            "{\"reference\":\"r\",\"location\":\"a:b\",\"lines\":[{\"sku\":\"a\",\"quantity\":1}]}",
            "not json"
        };
        for (var body : malformed) {
            var answer = exchange(HttpMethod.POST, "/ops/stock/receipts", operator, fresh("key"), body);
            assertThat(answer.getStatusCode()).as(body).isEqualTo(HttpStatus.BAD_REQUEST);
        }
        assertThat(get("/ops/stock/a/movements?cursor=%21").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(get("/ops/stock/a/movements?page_size=0").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(get("/api/stock").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void theJournalIsReadInPages() {
        for (int i = 0; i < 5; i++) {
            receive(Map.of(tea, 1L));
        }
        var first = body(get("/ops/stock/" + tea + "/movements?page_size=3"));
        var second = body(get("/ops/stock/" + tea + "/movements?page_size=3&cursor="
                + first.path("next_cursor").stringValue()));

        assertThat(first.path("items").findValuesAsString("sequence")).containsExactly("5", "4", "3");
        assertThat(second.path("items").findValuesAsString("sequence")).containsExactly("2", "1");
        assertThat(second.has("next_cursor")).isFalse();
    }
}
