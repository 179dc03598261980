package com.rebatesuite.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** What operators book by hand, and what can be asked about it afterwards. */
class MovementsIT extends InventoryServiceFixture {

    @Test
    void goodsBecomeDamagedAreMendedAndWrittenOff() {
        receive(Map.of(tea, 10L));
        assertLevel(post("damages", "{\"reference\":\"shelf/7\",\"lines\":[{\"sku\":\"%s\",\"quantity\":4}]}"), 10, 4);
        assertLevel(post("repairs", "{\"reference\":\"shelf/7\",\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]}"), 10, 3);
        var written = post("write-offs", """
                {"reference":"https://example.com/police/1","reason":"theft","note":"at night",
                 "lines":[{"sku":"%1$s","quantity":2},{"sku":"%1$s","quantity":1,"condition":"damaged"}]}""");

        assertLevel(written, 7, 2);
        var row = body(get("/ops/stock/" + tea + "/movements")).path("items").get(0);
        assertThat(row.path("reason").stringValue()).isEqualTo("write-off");
        assertThat(row.path("reason_code").stringValue()).isEqualTo("theft");
        assertThat(row.path("note").stringValue()).isEqualTo("at night");
        assertThat(row.path("actor").stringValue()).isEqualTo("olga");
    }

    @Test
    void returnsComeBackGoodOrDamaged() {
        receive(Map.of(tea, 1L));
        var returned = post("returns", """
                {"reference":"return/1","lines":[{"sku":"%1$s","quantity":2,"condition":"good"},
                 {"sku":"%1$s","quantity":3,"condition":"damaged"}]}""");

        assertLevel(returned, 6, 3);
    }

    @Test
    void whatIsPromisedCannotBeWrittenOffAndTheAnswerSaysTheNumbers() {
        receive(Map.of(tea, 10L, mug, 5L));
        hold(UUID.randomUUID(), "{\"user_id\":\"alice\",\"lines\":[{\"sku\":\"%s\",\"quantity\":8}]}".formatted(tea));
        var refused =
                exchange(HttpMethod.POST, "/ops/stock/write-offs", operator, fresh("key"), """
                {"reference":"r","reason":"lost","lines":[{"sku":"%s","quantity":1},{"sku":"%s","quantity":3}]}""".formatted(mug, tea));

        assertProblem(refused, HttpStatus.CONFLICT, "stock-not-free");
        assertThat(body(refused).path("sku").stringValue()).isEqualTo(tea);
        assertThat(body(refused).path("available").longValue()).isEqualTo(2);
        assertThat(body(refused).path("held").longValue()).isEqualTo(8);
        assertThat(onHand(mug)).as("all lines or none").isEqualTo(5);
        assertProblem(
                post("repairs", "{\"reference\":\"r\",\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]}"),
                HttpStatus.CONFLICT,
                "stock-not-free");
    }

    @Test
    void isBookedOncePerKeyAndADryRunNotAtAll() {
        receive(Map.of(tea, 10L));
        var key = fresh("key");
        var body =
                "{\"reference\":\"r\",\"reason\":\"lost\",\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]}".formatted(tea);
        var dry = exchange(HttpMethod.POST, "/ops/stock/write-offs?dry_run=true", operator, fresh("key"), body);
        assertLevel(dry, 9, 0);
        var first = exchange(HttpMethod.POST, "/ops/stock/write-offs", operator, key, body);
        var second = exchange(HttpMethod.POST, "/ops/stock/write-offs", operator, key, body);

        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(onHand(tea)).isEqualTo(9);
    }

    @Test
    void saysWhatIsExpected() {
        var line = "\"lines\":[{\"sku\":\"a\",\"quantity\":1}]";
        assertSays(post("write-offs", "{\"reference\":\"r\",\"reason\":\"found\"," + line + "}"), "reason: found");
        assertSays(post("write-offs", "{\"reference\":\"r\"," + line + "}"), "reason: null");
        assertSays(
                post("write-offs", "{\"reference\":\"a b\",\"reason\":\"lost\"," + line + "}"),
                "reference: a b (expected: a URI reference like");
        assertSays(post("damages", "{\"reference\":\"r\",\"lines\":[]}"), "lines");
        assertSays(post("damages", "{\"reference\":\"r\",\"lines\":[null]}"), "lines");
        assertSays(
                post(
                        "returns",
                        "{\"reference\":\"r\",\"lines\":[{\"sku\":\"a\",\"quantity\":1,\"condition\":\"bad\"}]}"),
                "bad");
        assertSays(
                post("adjustments", "{\"sku\":\"a\",\"delta\":1,\"reference\":\"r\",\"reason\":\"because I say so\"}"),
                "reason: because I say so (expected: must match \"counted|found|");
    }

    @Test
    void showsLevelsNowAndThen() {
        receive(Map.of(tea, 10L));
        var then = body(get("/ops/stock/" + tea + "/movements"))
                .path("items")
                .get(0)
                .path("recorded_at")
                .stringValue();
        post("damages", "{\"reference\":\"r\",\"lines\":[{\"sku\":\"%s\",\"quantity\":4}]}");

        var now = body(get("/ops/stock/" + tea)).path("levels").get(0);
        assertThat(now.path("available").longValue()).isEqualTo(6);
        assertThat(now.path("location").stringValue()).isEqualTo("main");
        assertProblem(get("/ops/stock/" + tea + "?at=2020-01-01T00:00:00Z"), HttpStatus.NOT_FOUND, "unknown-sku");
        var before = body(get("/ops/stock/" + tea + "?location=main&at=" + then));
        assertThat(before.path("levels").get(0).path("sequence").longValue()).isBetween(1L, 2L);
        assertThat(get("/ops/stock/" + tea + "?at=yesterday").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertProblem(get("/ops/stock/" + tea + "?location=north"), HttpStatus.NOT_FOUND, "unknown-sku");
        assertProblem(get("/ops/stock/" + mug), HttpStatus.NOT_FOUND, "unknown-sku");
    }

    private ResponseEntity<String> post(String what, String body) {
        return exchange(HttpMethod.POST, "/ops/stock/" + what, operator, fresh("key"), body.formatted(tea));
    }

    private void assertLevel(ResponseEntity<String> answer, long onHand, long damaged) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.OK);
        JsonNode level = body(answer).path("movements").get(0);
        assertThat(level.path("on_hand").longValue()).isEqualTo(onHand);
        assertThat(level.path("damaged").longValue()).isEqualTo(damaged);
    }

    private void assertSays(ResponseEntity<String> answer, String what) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(body(answer).path("detail").stringValue()).contains(what);
    }
}
