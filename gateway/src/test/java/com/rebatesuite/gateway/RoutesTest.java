package com.rebatesuite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests go, what goes with them, and what is never reached. */
class RoutesTest extends GatewayTest {

    @ParameterizedTest
    @CsvSource({
        "/api/orders, shop, order-service",
        "/api/orders/1/cancel, shop, order-service",
        "/api/catalogue/items/tea, shop, order-service",
        "/ops/orders/1/ship, ops, order-service",
        "/ops/returns/1/receive, ops, order-service",
        "/ops/catalogue/items/tea, ops, order-service",
        "/ops/catalogue/imports, ops, order-service",
        "/partners/orders, partner, order-service",
        "/webhooks/payments, none, order-service",
        "/api/stock/tea, shop, inventory-service",
        "/api/stock, shop, inventory-service",
        "/api/stock/stream, shop, inventory-service",
        "/ops/stock/view/rebuild, ops, inventory-service",
        "/ops/stock/receipts, ops, inventory-service",
        "/ops/stock/adjustments, ops, inventory-service",
        "/api/rebates/balance, shop, rebate-service",
        "/api/rebates/stream, shop, rebate-service",
        "/ops/rebates/rules/tea, ops, rebate-service",
        "/api/rebates/withdrawals, shop, rebate-service",
        "/ops/rebates/payout-batches/1, ops, rebate-service",
        "/api/behaviour, shop, analytics-service",
        "/ops/sales/tea/minutes, ops, analytics-service"
    })
    void leadsToTheServiceThatOwnsThePath(String path, String scope, String service) throws Exception {
        var answer = door.get(path, scope.equals("none") ? null : token(scope));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(service);
    }

    @ParameterizedTest
    @CsvSource({"/webhooks/payments, order-service", "/webhooks/payouts, rebate-service"})
    void leadsSignedMessagesToWhoKnowsTheSender(String path, String service) throws Exception {
        assertThat(door.post(path, null, "{}").body()).isEqualTo(service);
    }

    @Test
    void passesOnTheTokenTheTraceAndTheQuery() throws Exception {
        var token = token("shop");

        door.send(door.request("/api/stock?sku=a%20b&sku=c", token)
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

        assertThat(INVENTORY.last().uri()).isEqualTo("/api/stock?sku=a%20b&sku=c");
        assertThat(INVENTORY.last().header("Authorization")).isEqualTo("Bearer " + token);
        assertThat(INVENTORY.last().header("Traceparent"))
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .doesNotContain("b7ad6b7169203331");
    }

    @Test
    void beginsATraceWhereThereIsNone() throws Exception {
        door.get("/api/stock/tea", token("shop"));

        assertThat(INVENTORY.last().header("Traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    }

    @Test
    void tellsTheServiceTheAddressAskedForAndNoMadeUpOrigin() throws Exception {
        door.send(door.request("/api/stock/tea", token("shop")).header("X-Forwarded-For", "9.9.9.9"));

        assertThat(INVENTORY.last().header("X-forwarded-host")).isEqualTo("localhost:" + port);
        assertThat(INVENTORY.last().header("X-forwarded-for")).isNotNull().doesNotContain("9.9.9.9");
    }

    /** As long as a read by two hundred ids is. */
    @Test
    void takesTwoHundredIdsInOneRead() throws Exception {
        var ids = IntStream.range(0, 200)
                .mapToObj("order_id=019aa0b0-0000-7000-8000-%012d"::formatted)
                .collect(Collectors.joining("&"));

        assertThat(door.get("/ops/rebates/orders?" + ids, token("ops")).status())
                .isEqualTo(200);
        assertThat(REBATES.last().uri()).hasSizeGreaterThan(9_000).endsWith("199");
    }

    @Test
    void passesOnAServicesOwnRefusalUntouched() throws Exception {
        INVENTORY.does(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "7");
            Service.answer(exchange, 503, "application/problem+json", "{\"code\":\"queue-full\"}");
        });

        var answer = door.get("/api/stock/tea", token("shop"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("7");
        assertThat(answer.body()).isEqualTo("{\"code\":\"queue-full\"}");
        assertThat(INVENTORY.asked()).as("not asked again: it knows best").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/reservations/1", "/internal", "/api/unknown", "/api", "/webhooks/other"})
    void servesNothingElse(String path) throws Exception {
        var answer = door.get(path, token("shop"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not-found");
        assertThat(answer.retryable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/stock/../../internal/reservations/1",
                "/api/stock/%2e%2e/%2e%2e/internal/reservations/1",
                "/api/stock/..%2f..%2finternal/reservations/1",
                "/api/stock/..;/internal/reservations/1",
                "//internal/reservations/1",
                "/api/stock//internal"
            })
    void refusesPathsThatPretend(String path) throws Exception {
        var answer = door.get(path, token("shop"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("bad-request");
        assertThat(Stream.of(ORDERS, MORE_ORDERS, INVENTORY).flatMap(service -> service.asked().stream()))
                .isEmpty();
    }
}
