package com.rebatesuite.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An order in, a minute of sales out. */
class AnalyticsServiceIT extends ServiceIT {

    @Test
    void servesWhatWasPaidAndReturned() throws Exception {
        var sku = "TEA-" + UUID.randomUUID();
        var minute = Instant.now().minusSeconds(120);
        var repeated = fresh("order-paid.v1", sku, minute);
        send("orders", "alice", repeated);
        send("orders", "bob", fresh("order-paid.v1", sku, minute));
        send("orders", "bob", fresh("return-received.v1", sku, minute));
        send("orders", "alice", repeated);

        await().atMost(PATIENCE).untilAsserted(() -> {
            var report = sales(sku, "");
            assertThat(report.path("totals").toString())
                    .isEqualTo("[{\"orders\":2,\"units_sold\":4,\"units_returned\":1,"
                            + "\"revenue\":{\"currency\":\"GBP\",\"minor\":1800},"
                            + "\"refunded\":{\"currency\":\"GBP\",\"minor\":450}}]");
            assertThat(Instant.parse(report.path("as_of").asString())).isBeforeOrEqualTo(Instant.now());
        });
    }

    @Test
    void goesOnAfterARecordThatNobodyCanRead() throws Exception {
        var sku = "MUG-" + UUID.randomUUID();
        send("sales-minutes", sku, "no event".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        send("orders", "carol", "no event".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        send("orders", "carol", fresh("order-paid.v1", sku, Instant.now().minusSeconds(60)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sales(sku, "").path("minutes")).hasSize(1));
        assertThat(Records.of("orders-analytics-dead", 1, PATIENCE)).isNotEmpty();
        assertThat(Records.of("sales-minutes-analytics-dead", 1, PATIENCE)).isNotEmpty();
    }

    @Test
    void answersWithNothingWhereNothingWasSold() throws Exception {
        var report = sales("NONE", "?from=2026-01-05T10:00:00Z&to=2026-01-05T11:00:00Z");

        assertThat(report)
                .isEqualTo(Examples.JSON.readTree("{\"sku\":\"NONE\",\"from\":\"2026-01-05T10:00:00Z\","
                        + "\"to\":\"2026-01-05T11:00:00Z\",\"minutes\":[],\"totals\":[]}"));
    }

    @Test
    void refusesARangeThatIsNone() throws Exception {
        for (var range : new String[] {
            "?from=2026-01-05T11:00:00Z&to=2026-01-05T10:00:00Z",
            "?from=2026-01-05T10:00:00Z&to=2026-01-05T10:00:00Z",
            "?from=2026-01-05T10:00:00Z&to=2026-01-12T10:00:01Z",
            "?from=yesterday"
        }) {
            var answer = get("/ops/sales/TEA-100/minutes" + range, operator());
            assertThat(answer.statusCode()).as(range).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void refusesWhoIsNoOperator() throws Exception {
        assertThat(get("/ops/sales/TEA-100/minutes", "").statusCode()).isEqualTo(401);
        assertThat(get("/ops/sales/TEA-100/minutes", shopper("alice")).statusCode())
                .isEqualTo(403);
    }

    private JsonNode sales(String sku, String range) throws Exception {
        var answer = get("/ops/sales/" + sku + "/minutes" + range, operator());
        assertThat(answer.statusCode()).isEqualTo(200);
        return Examples.JSON.readTree(answer.body());
    }
}
