package com.rebatesuite.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.deploy.backends.Backends;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens while a store is away, and that nothing is missing afterwards. */
class OutagesIT extends ServiceIT {

    @Test
    void withoutCassandraFiguresWaitAndAreNotLost() throws Exception {
        var sku = "TEA-" + UUID.randomUUID();
        var path = "/ops/sales/" + sku + "/minutes";
        Backends.cassandra().kill();
        try {
            send("orders", "alice", fresh("order-paid.v1", sku, Instant.now().minusSeconds(90)));
            var answer = get(path, operator());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(answer.body()).contains("\"code\":\"sales-unavailable\"", "\"retryable\":true");
        } finally {
            Backends.cassandra().start();
        }

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(Examples.JSON
                                .readTree(get(path, operator()).body())
                                .at("/totals/0/units_sold")
                                .asInt())
                        .isEqualTo(2));
    }

    @Test
    void withoutKafkaBehaviourIsRefusedInBoundedTime() throws Exception {
        var events = Map.of(
                "events",
                List.of(Map.of(
                        "event_id",
                        "e-1",
                        "type",
                        "product-viewed",
                        "occurred_at",
                        Instant.now().toString(),
                        "sku",
                        "TEA-100")));
        assertThat(post("/api/behaviour", shopper("dora"), events).statusCode()).isEqualTo(202);
        Backends.kafka().kill();
        try {
            var before = System.nanoTime();
            var answer = post("/api/behaviour", shopper("dora"), events);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
        } finally {
            Backends.kafka().start();
        }

        // A thread of the windows may end for it; it is replaced, and throws all the same.
        await().dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                post("/api/behaviour", shopper("dora"), events).statusCode())
                        .isEqualTo(202));
        var sku = "TEA-" + UUID.randomUUID();
        send("orders", "alice", fresh("order-paid.v1", sku, Instant.now().minusSeconds(90)));
        await().dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(Examples.JSON
                                .readTree(get("/ops/sales/" + sku + "/minutes", operator())
                                        .body())
                                .at("/totals/0/units_sold")
                                .asInt())
                        .isEqualTo(2));
    }
}
