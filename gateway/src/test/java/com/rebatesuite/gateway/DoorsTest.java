package com.rebatesuite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.backends.Backends;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in, and what they see of the house. */
class DoorsTest extends GatewayTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/orders", "/ops/orders", "/partners/orders", "/nothing", "/actuator/health"})
    void asksForAToken(String path) throws Exception {
        var answer = door.get(path, null);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @CsvSource({
        "/ops/orders, shop",
        "/partners/orders, shop",
        "/api/orders, ops",
        "/ops/orders, partner",
        "/api/orders, partner",
        "/api/orders, service",
        "/nothing, shop"
    })
    void opensADoorOnlyToItsScope(String path, String scope) throws Exception {
        var answer = door.get(path, token(scope));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("forbidden");
        assertThat(ORDERS.asked()).isEmpty();
    }

    @Test
    void refusesTokensThatAreMadeUpOrOldOrSomebodyElses() throws Exception {
        var old = Backends.issuer()
                .token("alice", Map.of("exp", Date.from(Instant.now().minusSeconds(300))), "shop");
        var elses = Backends.issuer().token("alice", Map.of("iss", "http://elsewhere"), "shop");
        var right = token("shop");
        var altered = right.substring(0, right.lastIndexOf('.') + 1) + "AAAA";

        for (var token : new String[] {"made-up", old, elses, altered}) {
            var answer = door.get("/api/orders", token);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        }
    }

    @Test
    void goesOnWhileTheIssuerIsAway() throws Exception {
        assertThat(door.get("/api/stock/tea", token("shop")).status()).isEqualTo(200);
        Backends.issuer().stop();
        try {
            assertThat(door.get("/api/stock/tea", token("shop")).status()).isEqualTo(200);
        } finally {
            Backends.issuer().start();
        }
    }

    @Test
    void putsSafetyHeadersOnWhatItPassesAndOnWhatItRefuses() throws Exception {
        for (var answer :
                new Door.Answer[] {door.get("/api/stock/tea", token("shop")), door.get("/api/stock/tea", null)}) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Set-Cookie")).isNull();
        }
    }

    @Test
    void letsAServiceSayHowItsAnswerIsCached() throws Exception {
        INVENTORY.does(exchange -> {
            exchange.getResponseHeaders().set("Cache-Control", "max-age=5");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            Service.answer(exchange, 200, "text/plain", "tea");
        });

        var answer = door.get("/api/stock/tea", token("shop"));

        assertThat(answer.response().headers().allValues("Cache-Control")).containsExactly("max-age=5");
        assertThat(answer.response().headers().allValues("X-Content-Type-Options"))
                .containsExactly("nosniff");
    }

    @Test
    void tellsPagesOfOtherOriginsNothing() throws Exception {
        var preflight = door.send(door.request("/api/orders", null)
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
        var read = door.send(door.request("/api/stock/tea", token("shop")).header("Origin", "https://evil.example"));

        assertThat(preflight.header("Access-Control-Allow-Origin")).isNull();
        assertThat(ORDERS.asked()).isEmpty();
        assertThat(read.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void showsHealthAndMetricsOnTheirOwnPortAndNothingMore() throws Exception {
        var operators = new Door(managementPort);

        assertThat(operators.get("/actuator/health/readiness", null).status()).isEqualTo(200);
        assertThat(operators.get("/actuator/prometheus", null).body()).contains("resilience4j_circuitbreaker_state");
        for (var closed : new String[] {"gateway/routes", "env", "heapdump", "shutdown", "beans"}) {
            assertThat(operators.get("/actuator/" + closed, null).status()).isEqualTo(401);
            assertThat(operators.get("/actuator/" + closed, token("ops")).status())
                    .isBetween(403, 404);
        }
        assertThat(door.get("/actuator/prometheus", token("ops")).status()).isEqualTo(403);
    }
}
