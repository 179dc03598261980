package com.rebatesuite.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** Places, backorders and the life of a reservation over HTTP. */
class ReservationsIT extends InventoryServiceFixture {

    private final UUID order = UUID.randomUUID();
    private final String user = fresh("user");

    @Test
    void extendsAHoldAsLongAsItIsOne() {
        receive(Map.of(tea, 10L));
        hold(order, wanted(2));
        var later = Instant.now().plus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

        assertThat(extended(later).path("expires_at").stringValue()).isEqualTo(later.toString());
        assertThat(extended(later).path("expires_at").stringValue()).isEqualTo(later.toString());
        assertProblem(
                put("/expires-at", until(later.plus(30, ChronoUnit.DAYS))), HttpStatus.BAD_REQUEST, "hold-too-long");
        assertThat(put("/expires-at", "{}").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);

        put("/release", null);
        assertProblem(put("/expires-at", until(later)), HttpStatus.CONFLICT, "no-live-hold");
    }

    @Test
    void whatIsBackorderedCannotLeaveUntilItHasComeIn() {
        receive(Map.of(tea, 10L));
        var limit = exchange(HttpMethod.PUT, "/ops/stock/" + tea + "/backorder", operator, null, "{\"limit\":5}");
        assertThat(limit.getStatusCode()).isEqualTo(HttpStatus.CREATED);

        var held = hold(order, wanted(12));
        assertThat(held.path("status").stringValue()).isEqualTo("held");
        assertThat(held.path("backordered").toString()).isEqualTo("[{\"sku\":\"" + tea + "\",\"quantity\":2}]");
        assertThat(body(get("/ops/stock/" + tea + "/backorder"))
                        .path("promised")
                        .longValue())
                .isEqualTo(2);
        assertProblem(put("/commit", null), HttpStatus.CONFLICT, "still-backordered");

        receive(Map.of(tea, 2L));
        assertThat(body(put("/commit", null)).path("status").stringValue()).isEqualTo("committed");
        assertThat(body(put("/commit", null)).path("status").stringValue()).isEqualTo("committed");
        assertThat(body(get("/ops/stock/" + tea + "/backorder"))
                        .path("promised")
                        .longValue())
                .isZero();
    }

    @Test
    void aLimitAndAPlaceAreChangedOnlyByWhoSeesThemAsTheyAre() {
        for (var path : new String[] {"/ops/stock/" + tea + "/backorder", "/ops/stock/locations/" + place()}) {
            var body = "{\"limit\":5,\"title\":\"North\",\"priority\":1,\"sellable\":true}";
            assertThat(exchange(HttpMethod.PUT, path, operator, null, body).getStatusCode())
                    .isEqualTo(HttpStatus.CREATED);
            assertProblem(
                    exchange(HttpMethod.PUT, path, operator, null, body),
                    HttpStatus.PRECONDITION_REQUIRED,
                    "if-match-missing");
            assertThat(get(path).getHeaders().getETag()).isEqualTo("\"1\"");
        }
    }

    @Test
    void listsReservationsInPages() {
        receive(Map.of(tea, 10L));
        for (int number = 0; number < 3; number++) {
            hold(UUID.randomUUID(), wanted(1));
        }
        var first = body(get("/ops/stock/reservations?user_id=" + user + "&status=held&page_size=2"));
        var second = body(get("/ops/stock/reservations?user_id=" + user + "&page_size=2&cursor="
                + first.path("next_cursor").stringValue()));

        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items")).hasSize(1);
        assertThat(body(get("/ops/stock/reservations?sku=" + tea)).path("items"))
                .hasSize(3);
        assertThat(get("/ops/stock/reservations?status=lost").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(get("/ops/stock/reservations?cursor=%21").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertProblem(get("/ops/stock/reservations/" + order), HttpStatus.NOT_FOUND, "unknown-reservation");
    }

    @Test
    void refusesWhoHoldsTooMuchAndSaysSo() {
        receive(Map.of(tea, 1_000L));
        hold(UUID.randomUUID(), wanted(200));

        var refused = hold(order, wanted(1));
        assertThat(refused.path("status").stringValue()).isEqualTo("refused");
        assertThat(refused.path("reason").stringValue()).isEqualTo("hold-quota");
    }

    private JsonNode extended(Instant until) {
        return body(put("/expires-at", until(until)));
    }

    private static String until(Instant time) {
        return "{\"expires_at\":\"" + time + "\"}";
    }

    private ResponseEntity<String> put(String what, @Nullable String body) {
        return exchange(HttpMethod.PUT, "/internal/reservations/" + order + what, service, null, body);
    }

    private String wanted(long units) {
        return "{\"user_id\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]}".formatted(user, tea, units);
    }

    private static String place() {
        return "p" + UUID.randomUUID().toString().substring(0, 13);
    }
}
