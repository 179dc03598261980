package com.rebatesuite.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A transfer over HTTP, from the source to wherever it ends. */
class TransfersIT extends InventoryServiceFixture {

    private static final String SEND =
            "{\"source\":\"main\",\"destination\":\"north\",\"reference\":\"truck/1\",\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]}";

    @Test
    void isSentReceivedInPartAndLost() {
        receive(Map.of(tea, 10L));
        assertThat(onlyLine(post("?dry_run=true", SEND.formatted(tea, 6)))).contains("\"in_transit\":6");
        assertThat(onHand(tea)).isEqualTo(10);
        var key = fresh("key");
        var sent = exchange(HttpMethod.POST, "/ops/stock/transfers", operator, key, SEND.formatted(tea, 6));
        assertThat(sent.getStatusCode()).as(sent.getBody()).isEqualTo(HttpStatus.CREATED);
        assertThat(exchange(HttpMethod.POST, "/ops/stock/transfers", operator, key, SEND.formatted(tea, 6))
                        .getBody())
                .isEqualTo(sent.getBody());
        var id = "/" + body(sent).path("id").stringValue();
        assertThat(onHand(tea)).isEqualTo(4);
        assertThat(body(get("/ops/stock/transfers/incoming?sku=" + tea)).toString())
                .isEqualTo("{\"incoming\":[{\"sku\":\"" + tea + "\",\"destination\":\"north\",\"quantity\":6}]}");

        var lines = "{\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]}";
        assertProblem(post(id + "/receipts", lines.formatted(tea, 7)), HttpStatus.CONFLICT, "not-in-transit");
        assertThat(onlyLine(post(id + "/receipts?dry_run=true", lines.formatted(tea, 4))))
                .contains("\"in_transit\":2");
        assertThat(onlyLine(post(id + "/receipts", lines.formatted(tea, 4)))).contains("\"in_transit\":2");
        assertThat(body(get("/ops/stock/transfers")).path("items").findValuesAsString("id"))
                .contains(id.substring(1));
        var lost = post(id + "/losses", "{\"reason\":\"theft\",\"note\":\"at the motorway\"}");
        assertThat(onlyLine(lost)).contains("\"lost\":2", "\"in_transit\":0");
        assertThat(body(lost).path("open").booleanValue()).isFalse();
        assertThat(body(get("/ops/stock/" + tea + "?location=north"))
                        .path("levels")
                        .get(0)
                        .path("on_hand")
                        .longValue())
                .isEqualTo(4);
        assertThat(body(get("/ops/stock/transfers?open=false&page_size=1"))
                        .path("items")
                        .findValuesAsString("id"))
                .containsExactly(id.substring(1));
        assertThat(body(get("/ops/stock/verify?sku=" + tea)).path("breaks")).isEmpty();
    }

    @Test
    void comesBackWhenItIsCancelled() {
        receive(Map.of(tea, 10L));
        var id = "/" + body(post("", SEND.formatted(tea, 6))).path("id").stringValue();

        assertThat(onlyLine(post(id + "/cancel", ""))).contains("\"returned\":6", "\"in_transit\":0");
        assertThat(onHand(tea)).isEqualTo(10);
        assertProblem(post(id + "/cancel", ""), HttpStatus.CONFLICT, "not-in-transit");
    }

    @Test
    void saysWhatIsWrong() {
        receive(Map.of(tea, 1L));
        var tooMuch = post("", SEND.formatted(tea, 2));
        assertProblem(tooMuch, HttpStatus.CONFLICT, "stock-not-free");
        assertThat(body(tooMuch).path("available").longValue()).isEqualTo(1);
        assertThat(post("", SEND.formatted(tea, 1).replace("north", "main")).getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(post("", SEND.formatted(tea, 0)).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(post("", "{}").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertProblem(post("/" + UUID.randomUUID() + "/cancel", ""), HttpStatus.NOT_FOUND, "unknown-transfer");
        assertProblem(get("/ops/stock/transfers/" + UUID.randomUUID()), HttpStatus.NOT_FOUND, "unknown-transfer");
        assertThat(get("/ops/stock/transfers?cursor=%21").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(post("/" + UUID.randomUUID() + "/losses", "{\"reason\":\"found\"}")
                        .getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
    }

    private String onlyLine(ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as(answer.getBody())
                .isTrue();
        return body(answer).path("lines").get(0).toString();
    }

    private ResponseEntity<String> post(String path, String body) {
        return exchange(HttpMethod.POST, "/ops/stock/transfers" + path, operator, fresh("key"), body);
    }
}
