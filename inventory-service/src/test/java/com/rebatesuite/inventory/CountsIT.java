package com.rebatesuite.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A count over HTTP, from its opening to its end. */
class CountsIT extends InventoryServiceFixture {

    @Test
    void isOpenedEnteredAndClosed() {
        receive(Map.of(tea, 10L, mug, 5L));
        var opened = post("", "{\"reference\":\"aisle/7\",\"skus\":[\"%s\",\"%s\"]}".formatted(tea, mug));
        assertThat(opened.getStatusCode()).as(opened.getBody()).isEqualTo(HttpStatus.CREATED);
        var id = body(opened).path("id").stringValue();
        assertThat(opened.getHeaders().getFirst(HttpHeaders.LOCATION)).isEqualTo("/ops/stock/counts/" + id);
        assertThat(body(get("/ops/stock/counts")).path("items").findValuesAsString("id"))
                .contains(id);

        var lines = "{\"lines\":[{\"sku\":\"%1$s\",\"quantity\":3},{\"sku\":\"%1$s\",\"quantity\":4}]}".formatted(tea);
        assertProblem(put(id, null, lines), HttpStatus.PRECONDITION_REQUIRED, "if-match-missing");
        assertProblem(put(id, "\"9\"", lines), HttpStatus.PRECONDITION_FAILED, "count-changed");
        var entered = put(id, opened.getHeaders().getETag(), lines);
        assertThat(entered.getStatusCode()).as(entered.getBody()).isEqualTo(HttpStatus.OK);
        receive(Map.of(tea, 1L));
        var dry = post("/" + id + "/close?dry_run=true", "");
        assertThat(body(dry).path("variance").toString())
                .isEqualTo("{\"lines\":2,\"counted\":1,\"right\":0,\"surplus\":0,\"missing\":3}");
        assertThat(onHand(tea)).isEqualTo(11);

        var closed = body(post("/" + id + "/close", ""));
        assertThat(closed.path("status").stringValue()).isEqualTo("open");
        assertThat(closed.path("lines").findValuesAsString("state")).containsExactlyInAnyOrder("booked", "uncounted");
        assertThat(onHand(tea)).isEqualTo(8);
        var tag = get("/ops/stock/counts/" + id).getHeaders().getETag();
        var cancelled = send(HttpMethod.POST, "/" + id + "/cancel", tag, "");
        assertThat(body(cancelled).path("status").stringValue()).isEqualTo("cancelled");
        assertProblem(post("/" + id + "/close", ""), HttpStatus.CONFLICT, "count-ended");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(post("", "{\"skus\":[]}").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertProblem(
                post("", "{\"reference\":\"r\",\"location\":\"nowhere\"}"), HttpStatus.BAD_REQUEST, "nothing-to-count");
        var unknown = "/ops/stock/counts/019b76da-a800-7000-8000-000000000001";
        assertProblem(get(unknown), HttpStatus.NOT_FOUND, "unknown-count");
        assertThat(get("/ops/stock/counts/nonsense").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(get("/ops/stock/counts?status=all").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(get("/ops/stock/counts?cursor=%21").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    private ResponseEntity<String> post(String path, String body) {
        return send(HttpMethod.POST, path, null, body);
    }

    private ResponseEntity<String> put(String id, @Nullable String tag, String body) {
        return send(HttpMethod.PUT, "/" + id + "/lines", tag, body);
    }

    private ResponseEntity<String> send(HttpMethod method, String path, @Nullable String tag, String body) {
        return exchange(method, "/ops/stock/counts" + path, operator, fresh("key"), tag, body);
    }
}
