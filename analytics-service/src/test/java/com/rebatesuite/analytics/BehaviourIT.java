package com.rebatesuite.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the app reports is on the topic when it is told so. */
class BehaviourIT extends ServiceIT {

    @Test
    void appendsTheGoodEventsOfABatchAndSaysWhatIsWrongWithTheOthers() throws Exception {
        var user = "user-" + UUID.randomUUID();
        var now = Instant.now().toString();
        var batch = List.of(
                Map.of("event_id", "e-1", "type", "product-viewed", "occurred_at", now, "sku", "TEA-100"),
                Map.of("event_id", "e-2", "type", "cart-added", "occurred_at", now, "sku", "TEA-100", "quantity", 0),
                Map.of("event_id", "e-3", "type", "product-searched", "occurred_at", now, "query", "green tea"),
                Map.of("event_id", "e-1", "type", "product-viewed", "occurred_at", now, "sku", "TEA-100"),
                "not an object");

        var answer = post("/api/behaviour", shopper(user), Map.of("events", batch));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Examples.JSON.readTree(answer.body())).isEqualTo(Examples.JSON.readTree("""
                        {"accepted": 3, "invalid": 2, "results": [
                          {"event_id": "e-1", "status": "accepted"},
                          {"event_id": "e-2", "status": "invalid", "code": "invalid-event",
                           "reasons": ["quantity: 0 (expected: a whole number of 1..1000000)"]},
                          {"event_id": "e-3", "status": "accepted"},
                          {"event_id": "e-1", "status": "duplicate"},
                          {"event_id": "", "status": "invalid", "code": "invalid-event",
                           "reasons": ["event: not an object (expected: an object)"]}]}
                        """));
        assertThat(kept(user))
                .extracting(event -> event.at("/data/event_id").asString())
                .containsExactly("e-1", "e-3");
        assertThat(kept(user))
                .allSatisfy(event ->
                        assertThat(event.at("/data/user_id").asString()).isEqualTo(user));
    }

    @Test
    void takesFiveHundredEventsAndNotOneMore() throws Exception {
        var user = "user-" + UUID.randomUUID();

        assertThat(post("/api/behaviour", shopper(user), Map.of("events", views(500)))
                        .statusCode())
                .isEqualTo(202);
        assertThat(kept(user)).hasSize(500);
        assertThat(post("/api/behaviour", shopper(user), Map.of("events", views(501)))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesABatchThatIsNone() throws Exception {
        assertThat(post("/api/behaviour", shopper("alice"), Map.of()).statusCode())
                .isEqualTo(400);
        assertThat(post("/api/behaviour", shopper("alice"), Map.of("events", List.of()))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/api/behaviour", shopper("alice"), Map.of("events", "many"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesWhoIsNoShopper() throws Exception {
        assertThat(post("/api/behaviour", "", Map.of("events", views(1))).statusCode())
                .isEqualTo(401);
    }

    private static List<Map<String, Object>> views(int count) {
        var events = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < count; i++) {
            var event = new HashMap<String, Object>();
            event.put("event_id", "e-" + i);
            event.put("type", "product-viewed");
            event.put("occurred_at", Instant.now().toString());
            event.put("sku", "TEA-" + i % 10);
            events.add(event);
        }
        return events;
    }

    /** They are there already: the answer came after the acknowledgement. */
    private static List<JsonNode> kept(String user) {
        return Records.of("behaviour").stream()
                .filter(record -> record.key().equals(user))
                .map(record -> Examples.JSON.readTree(record.value()))
                .toList();
    }
}
