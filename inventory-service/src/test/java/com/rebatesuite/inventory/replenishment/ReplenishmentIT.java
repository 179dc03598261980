package com.rebatesuite.inventory.replenishment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.inventory.Contract;
import com.rebatesuite.inventory.InventoryServiceFixture;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** From a hold that drains the stock to goods on the shelf, over HTTP and Kafka. */
class ReplenishmentIT extends InventoryServiceFixture {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String RULES = "/ops/stock/replenishment-rules/";
    private static final String ALL = "/ops/stock/replenishments";

    private final String ruleId = fresh("rule");

    @Autowired
    private NoteReceipts notes;

    @Autowired
    private BookReceipts book;

    @Autowired
    private MeterRegistry meters;

    @Test
    void refillsWhatAHoldHasDrained() {
        receive(Map.of(tea, 100L));
        assertThat(put(rule(tea, "to-approve"), null).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        hold(UUID.randomUUID(), """
                {"user_id":"alice","lines":[{"sku":"%s","quantity":85}]}""".formatted(tea));

        var proposed = awaitOnly(tea, "proposed");
        assertThat(proposed.path("quantity").longValue()).isEqualTo(96);
        assertThat(proposed.path("actor").stringValue()).isEqualTo("rule/" + ruleId);
        assertThat(proposed.path("inputs").path("available").longValue()).isEqualTo(15);
        assertThat(proposed.path("formula").get(2).stringValue())
                .isEqualTo("projected 15 = available 15 - shortfall 0 + incoming 0 - demand 0");

        var id = UUID.fromString(proposed.path("replenishment_id").stringValue());
        assertThat(taken(post(id, "approve", "{\"quantity\":84,\"reason\":\"full\"}"), "approved"))
                .isEqualTo(84);
        assertThat(taken(post(id, "order", "{\"supplier_reference\":\"PO-7\"}"), "ordered"))
                .isEqualTo(84);
        taken(post(id, "receipts", "{\"quantity\":40,\"delivery_note\":\"note 1\"}"), "partly-received");
        taken(post(id, "receipts", "{\"quantity\":44}"), "received");

        assertThat(onHand(tea)).isEqualTo(184);
        var journal = body(get("/ops/stock/movements/sums?reference=replenishment/" + id));
        assertThat(sum(journal, "on_hand_delta")).isEqualTo(84);
        var read = body(get(ALL + "/" + id));
        assertThat(read.path("received").longValue()).isEqualTo(84);
        assertThat(read.path("receipts").findValuesAsString("cause"))
                .hasSize(2)
                .allMatch(cause -> cause.startsWith("replenishment/" + id + "/"));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(records("replenishments", id))
                        .extracting(event -> body(ResponseEntity.ok(event.value())))
                        .extracting(event -> event.path("type").stringValue() + " "
                                + event.path("data").path("sequence").intValue())
                        .containsExactly(
                                "replenishment-proposed.v1 1",
                                "replenishment-approved.v1 2",
                                "replenishment-ordered.v1 3",
                                "replenishment-received.v1 4",
                                "replenishment-received.v1 5"));
    }

    /** The forecast takes the stock away before anybody has bought: 4 × 7 = 28 of 40 are as good as gone. */
    @Test
    void countsWithTheDemandOfTheLeadTimeAndApprovesByItself() throws Exception {
        receive(Map.of(tea, 40L));
        put(rule(tea, "automatic"), null);
        // Also a record without a value, as a compacted topic has them, and one that comes late.
        sendForecasts(
                tea,
                Arrays.asList(
                        null, forecast(tea, Instant.now().minusSeconds(60), 4), forecast(tea, Instant.EPOCH, 400)));

        var approved = awaitOnly(tea, "approved");

        assertThat(approved.path("inputs").path("projected").longValue()).isEqualTo(12);
        assertThat(approved.path("inputs").path("safety_stock").longValue()).isEqualTo(9);
        assertThat(approved.path("quantity").longValue()).isEqualTo(96);
        assertThat(approved.path("actor").stringValue()).isEqualTo("rule/" + ruleId);
    }

    /** 30 of the 50 that are needed are on their way from the main location. */
    @Test
    void countsOnWhatComesFromAnotherLocation() {
        receive(Map.of(tea, 100L));
        var sent = post("/ops/stock/transfers", fresh("key"), """
                {"source":"main","destination":"north","reference":"van/1","lines":[{"sku":"%s","quantity":30}]}""".formatted(tea));
        assertThat(sent.getStatusCode().is2xxSuccessful()).as(sent.getBody()).isTrue();
        put(
                rule(tea, "automatic")
                        .replace("\"min\"", "\"location\":\"north\",\"min\"")
                        .replace(":20,", ":50,"),
                null);

        var inputs = awaitOnly(tea, "approved").path("inputs");

        assertThat(inputs.path("incoming").longValue()).isEqualTo(30);
        assertThat(inputs.path("projected").longValue()).isEqualTo(30);
    }

    @Test
    void proposesNothingTwiceAndNothingInADryRun() {
        put(rule(tea, "to-approve").replace("\"active\":true", "\"active\":false"), null);
        put(rule(tea, "to-approve"), tag());

        awaitOnly(tea, "proposed");
        var again = post(ALL + "/run?dry_run=true", fresh("key"), null);
        post(ALL + "/run", fresh("key"), null);
        post(ALL + "/run", fresh("key"), null);

        assertThat(again.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(body(again).path("evaluated").intValue()).isPositive();
        assertThat(body(get(ALL + "?sku=" + tea)).path("items")).hasSize(1);
    }

    @Test
    void nobodyOverwritesARuleThatSomebodyElseHasChanged() {
        put(rule(tea, "to-approve"), null);
        var first = tag();

        assertProblem(put(rule(tea, "to-approve"), null), HttpStatus.PRECONDITION_REQUIRED, "if-match-missing");
        assertThat(put(rule(tea, "automatic"), first).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertProblem(put(rule(tea, "to-approve"), first), HttpStatus.PRECONDITION_FAILED, "rule-changed");
        assertProblem(delete(first), HttpStatus.PRECONDITION_FAILED, "rule-changed");
        assertProblem(delete(null), HttpStatus.PRECONDITION_REQUIRED, "if-match-missing");
        assertThat(body(get(RULES.replaceAll("/$", "") + "?sku=" + tea))
                        .path("items")
                        .findValuesAsString("mode"))
                .containsExactly("automatic");
        assertThat(delete(tag()).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertProblem(get(RULES + ruleId), HttpStatus.NOT_FOUND, "unknown-rule");
        put(rule(tea, "to-approve"), null);
        assertProblem(delete(first), HttpStatus.PRECONDITION_FAILED, "rule-changed");
    }

    @Test
    void saysWhatIsWrongWithARule() {
        var wrong = put(rule(tea, "to-approve").replace("\"min\":20", "\"min\":101"), null);

        assertProblem(wrong, HttpStatus.BAD_REQUEST, "bad-rule");
        assertThat(body(wrong).path("detail").stringValue()).isEqualTo("min: 101 (expected: 0..100)");
        for (var bad : List.of(
                "{}",
                "nonsense",
                rule(tea, "sometimes"),
                rule(tea, "automatic").replace("P7D", "a week"),
                rule(" ", "automatic"))) {
            assertThat(put(bad, null).getStatusCode()).as(bad).isEqualTo(HttpStatus.BAD_REQUEST);
        }
    }

    @Test
    void refusesWhatItsStatusDoesNotAllow() {
        var id = asked(100);

        assertProblem(post(id, "order", "{\"supplier_reference\":\"PO\"}"), HttpStatus.CONFLICT, "wrong-status");
        assertProblem(post(id, "receipts", "{\"quantity\":1}"), HttpStatus.CONFLICT, "wrong-status");
        assertProblem(post(id, "approve", "{\"quantity\":5}"), HttpStatus.BAD_REQUEST, "invalid-request");
        post(id, "approve", null);
        post(id, "order", "{\"supplier_reference\":\"PO\"}");
        assertProblem(post(id, "receipts", "{\"quantity\":111}"), HttpStatus.CONFLICT, "over-receipt");
        assertProblem(post(id, "receipts", "{\"quantity\":0}"), HttpStatus.BAD_REQUEST, "invalid-request");
        assertThat(post(id, "receipts?dry_run=true", "{\"quantity\":110}").getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(body(get(ALL + "/" + id)).path("pending").longValue()).isZero();
        taken(post(id, "cancel", "{\"reason\":\"sold out\"}"), "cancelled");
        taken(post(id, "cancel", "{\"reason\":\"sold out\"}"), "cancelled");
        assertProblem(post(id, "receipts", "{\"quantity\":1}"), HttpStatus.CONFLICT, "wrong-status");
        assertProblem(
                post(UUID.randomUUID(), "cancel", "{\"reason\":\"x\"}"), HttpStatus.NOT_FOUND, "unknown-replenishment");
        assertProblem(get(ALL + "?cursor=bm9uc2Vuc2U"), HttpStatus.BAD_REQUEST, "bad-cursor");
    }

    @Test
    void inv5_aReceiptThatIsSentAgainIsBookedOnce() {
        var id = orderedByHand(100);
        var key = fresh("key");
        var path = ALL + "/" + id + "/receipts";
        var first = post(path, key, "{\"quantity\":30}");
        var again = post(path, key, "{\"quantity\":30}");

        assertThat(first.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(again.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(again.getHeaders().getFirst("Idempotency-Hit")).isEqualTo("true");
        assertThat(body(again)).isEqualTo(body(first));
        assertProblem(post(path, key, "{\"quantity\":31}"), HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
        assertProblem(post(path, null, "{\"quantity\":30}"), HttpStatus.BAD_REQUEST, "idempotency-key-missing");
        assertThat(onHand(tea)).isEqualTo(30);
    }

    /** What was noted and not booked when the service was killed is booked by the sweeper, in its own time. */
    @Test
    void finishesAReceiptThatWasInterrupted() {
        var id = orderedByHand(10);
        notes.note(UUID.randomUUID(), id, 10, "olga", "note");

        assertProblem(post(id, "cancel", "{\"reason\":\"late\"}"), HttpStatus.CONFLICT, "receipt-pending");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(
                                body(get(ALL + "/" + id)).path("status").stringValue())
                        .isEqualTo("received"));
        book.finish();
        assertThat(onHand(tea)).isEqualTo(10);
    }

    @Test
    void tellsWhatIsOpen() {
        asked(5);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(meters.get("replenishment.open")
                                .tag("status", "proposed")
                                .gauge()
                                .value())
                        .isPositive());
        assertThat(meters.get("replenishment.overdue").gauge().value()).isNotNaN();
        assertThat(meters.get("replenishment.receipts.pending").gauge().value()).isNotNaN();
        assertThat(meters.get("replenishment.evaluate").timer().count()).isPositive();
    }

    private String rule(String sku, String mode) {
        return """
                {"sku":"%s","min":20,"max":100,"multiple":12,"lead_time":"P7D","supplier":"tea-traders","mode":"%s",
                 "service_level":0.95,"active":true}""".formatted(sku, mode);
    }

    private UUID asked(long quantity) {
        var answer = post(
                ALL,
                fresh("key"),
                "{\"sku\":\"%s\",\"quantity\":%d,\"supplier\":\"tea-traders\"}".formatted(tea, quantity));
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.CREATED);
        return UUID.fromString(body(answer).path("replenishment_id").stringValue());
    }

    private UUID orderedByHand(long quantity) {
        var id = asked(quantity);
        post(id, "approve", null);
        taken(post(id, "order", "{\"supplier_reference\":\"PO\"}"), "ordered");
        return id;
    }

    private JsonNode awaitOnly(String sku, String status) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(
                                body(get(ALL + "?sku=" + sku)).path("items").findValuesAsString("status"))
                        .containsExactly(status));
        return body(get(ALL + "?sku=" + sku + "&status=" + status))
                .path("items")
                .get(0);
    }

    private long taken(ResponseEntity<String> answer, String status) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.OK);
        assertThat(body(answer).path("status").stringValue()).isEqualTo(status);
        return body(answer).path("quantity").longValue();
    }

    private ResponseEntity<String> put(String body, @Nullable String ifMatch) {
        return matching(HttpMethod.PUT, ifMatch, body);
    }

    private ResponseEntity<String> delete(@Nullable String ifMatch) {
        return matching(HttpMethod.DELETE, ifMatch, null);
    }

    private ResponseEntity<String> matching(HttpMethod method, @Nullable String ifMatch, @Nullable String body) {
        return exchange(method, RULES + ruleId, operator, null, ifMatch, body);
    }

    private String tag() {
        return String.valueOf(get(RULES + ruleId).getHeaders().getETag());
    }

    private ResponseEntity<String> post(UUID id, String step, @Nullable String body) {
        return post(ALL + "/" + id + "/" + step, fresh("key"), body);
    }

    private ResponseEntity<String> post(String path, @Nullable String key, @Nullable String body) {
        return exchange(HttpMethod.POST, path, operator, key, body);
    }

    private static byte[] forecast(String sku, Instant asOf, int mean) {
        return new String(Contract.example("demand-forecast.v1"), UTF_8)
                .replace("TEA-100", sku)
                .replace("2026-01-05T00:00:00Z", asOf.toString())
                .replace("\"mean_per_day\": 4", "\"mean_per_day\": " + mean)
                .replaceAll("(?s),\\s*\"days\": \\[.*?\\]", "")
                .getBytes(UTF_8);
    }

    private static void sendForecasts(String sku, List<byte @Nullable []> records) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Backends.kafka().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (var record : records) {
                producer.send(new ProducerRecord<>("demand-forecasts", sku, record))
                        .get();
            }
        }
    }
}
