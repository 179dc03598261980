package com.rebatesuite.inventory.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.inventory.InventoryServiceFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** What could not be handled is listed, looked at, put back once, or discarded: with real Kafka and PostgreSQL. */
class DeadLettersIT extends InventoryServiceFixture {

    private static final String DEAD = "stock-movements-inventory-dead";
    private static final Duration LONG = Duration.ofSeconds(30);

    private final UUID run = UUID.randomUUID();
    private final String sku = "TEA-" + run;

    @Test
    void knowsTheTopicOfEveryBinding() {
        var topics = body(get("/ops/stock/dead-letters/topics")).path("topics");

        assertThat(topics.findValuesAsString("name")).contains("orders-inventory-dead", "stock-inventory-dead", DEAD);
        assertThat(topics.findValuesAsString("source")).contains("orders", "stock", "stock-movements");
    }

    @Test
    void listsTheNewestFirstInPages() throws Exception {
        send(IntStream.range(0, 7)
                .mapToObj(number -> wrong(number % 6, "no-" + number))
                .toList());
        await().atMost(LONG).until(() -> letters().size() == 7);

        var found = new ArrayList<JsonNode>();
        var cursor = "";
        while (ours(found).size() < 7) {
            var page = body(get(list() + "&page_size=2" + cursor));
            assertThat(page.path("items").size()).isBetween(1, 2);
            page.path("items").forEach(found::add);
            cursor = "&cursor=" + page.path("next_cursor").asString("");
        }

        assertThat(ours(found)).isEqualTo(letters()).doesNotHaveDuplicates();
    }

    @Test
    void showsEverythingOfALetter() throws Exception {
        var record = wrong(3, "once");
        record.headers().add("told-by", "till-7".getBytes(UTF_8));
        send(List.of(record));

        var listed = awaitLetter();
        var inspected = body(get(path(listed)));

        assertThat(listed.path("state").stringValue()).isEqualTo("open");
        assertThat(listed.path("original_topic").stringValue()).isEqualTo("stock-movements");
        assertThat(listed.path("original_partition").intValue()).isEqualTo(3);
        assertThat(listed.path("reason").stringValue())
                .startsWith("quantity_change: \"once\" (expected: a whole number");
        assertThat(listed.path("key").path("content").stringValue()).isEqualTo(run.toString());
        assertThat(inspected.path("letter")).isEqualTo(listed);
        assertThat(inspected.path("value").path("content").stringValue()).isEqualTo(record.value());
        assertThat(inspected.path("value").path("encoding").stringValue()).isEqualTo("text");
        assertThat(inspected.path("headers").findValuesAsString("name"))
                .contains("told-by", "reason", "exception", "kafka_dlt-original-offset");
        assertThat(inspected.path("handlings")).isEmpty();
    }

    @Test
    void putsARecordBackWithWhatWasMeantAndOnlyOnce() throws Exception {
        send(List.of(wrong(2, "three")));
        var letter = awaitLetter();
        var key = fresh("key");
        var body = mapper.writeValueAsString(Map.of("payload", right(3), "note", "till was misread"));

        var dry = exchange(HttpMethod.POST, path(letter) + "/replay?dry_run=true", operator, fresh("key"), body);
        assertThat(body(dry).path("dry_run").booleanValue()).isTrue();
        assertThat(body(dry).has("place")).isFalse();
        assertThat(awaitLetter().path("state").stringValue()).isEqualTo("open");
        var first = exchange(HttpMethod.POST, path(letter) + "/replay", operator, key, body);
        var again = exchange(HttpMethod.POST, path(letter) + "/replay", operator, key, body);

        assertThat(first.getStatusCode()).as(first.getBody()).isEqualTo(HttpStatus.OK);
        assertThat(body(first).path("place").stringValue()).startsWith("stock-movements:2:");
        assertThat(again.getBody()).isEqualTo(first.getBody());
        await().atMost(LONG).until(() -> onHandOrNone() == 3);
        assertThat(journal().get(0).path("cause").stringValue()).isEqualTo(cause(letter));
        var handled = body(get(path(letter)));
        assertThat(handled.path("letter").path("state").stringValue()).isEqualTo("replayed");
        assertThat(handled.path("handlings").toString())
                .contains("\"action\":\"replayed\"", "\"edited\":true", "\"actor\":\"olga\"", "till was misread");
        assertProblem(replay(letter, body), HttpStatus.CONFLICT, "already-handled");
    }

    /** A record that was booked after all is known again, whatever the way it comes back. */
    @Test
    void inv5_putBackAgainItMovesNothing() throws Exception {
        send(List.of(wrong(4, "three")));
        var letter = awaitLetter();
        var body = mapper.writeValueAsString(Map.of("payload", right(3)));
        replay(letter, body);
        await().atMost(LONG).until(() -> onHandOrNone() == 3);

        var again = exchange(HttpMethod.POST, path(letter) + "/replay?again=true", operator, fresh("key"), body);
        send(List.of(new ProducerRecord<>("stock-movements", 4, run.toString(), right(4))));

        assertThat(body(again).path("handling").path("attempt").intValue()).isEqualTo(2);
        await().atMost(LONG).until(() -> onHandOrNone() == 7);
        assertThat(journal()).hasSize(2);
    }

    /** What dies again is another letter, which still knows where it was at first. */
    @Test
    void inv5_aLetterThatDiesAgainKeepsItsFirstPlace() throws Exception {
        send(List.of(wrong(5, "three")));
        var letter = awaitLetter();
        assertThat(replay(letter, null).getStatusCode()).isEqualTo(HttpStatus.OK);
        await().atMost(LONG).until(() -> letters().size() == 2);
        var second = letters().getFirst();

        assertThat(second.path("first_place")).isEqualTo(letter.path("first_place"));
        assertThat(second.path("original_offset")).isNotEqualTo(letter.path("original_offset"));
        replay(second, mapper.writeValueAsString(Map.of("payload", right(3))));
        await().atMost(LONG).until(() -> onHandOrNone() == 3);
        assertThat(journal().get(0).path("cause").stringValue()).isEqualTo(cause(letter));
    }

    @Test
    void ofManyWhoPutItBackAtOnceOneDoes() throws Exception {
        send(List.of(wrong(1, "three")));
        var letter = awaitLetter();
        var body = mapper.writeValueAsString(Map.of("payload", right(3)));

        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> one = () -> replay(letter, body).getStatusCode().value();
            for (var answer : threads.invokeAll(List.of(one, one, one, one))) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
    }

    @Test
    void discardsWhatNobodyWillPutBack() throws Exception {
        send(List.of(wrong(0, "never")));
        var letter = awaitLetter();
        var discard = path(letter) + "/discard";

        assertProblem(
                exchange(HttpMethod.POST, discard, operator, fresh("key"), "{\"reason\":\" \"}"),
                HttpStatus.BAD_REQUEST,
                "invalid-request");
        var discarded = exchange(HttpMethod.POST, discard, operator, fresh("key"), "{\"reason\":\"test data\"}");
        assertThat(body(discarded).path("action").stringValue()).isEqualTo("discarded");
        var listed = awaitLetter();
        assertThat(listed.path("state").stringValue()).isEqualTo("discarded");
        assertThat(listed.path("last_handling").path("note").stringValue()).isEqualTo("test data");
        assertProblem(
                exchange(HttpMethod.POST, discard, operator, fresh("key"), "{\"reason\":\"again\"}"),
                HttpStatus.CONFLICT,
                "already-handled");
        assertProblem(replay(letter, null), HttpStatus.CONFLICT, "already-handled");
    }

    @Test
    void showsWhatSomebodyHasWrittenThereByHand() throws Exception {
        send(List.of(new ProducerRecord<>(DEAD, 0, run.toString(), null)));
        var letter = awaitLetter();

        assertThat(letter.path("reason").stringValue()).isEqualTo("unknown");
        assertThat(letter.path("value_bytes").intValue()).isEqualTo(-1);
        assertThat(body(get(path(letter))).has("value")).isFalse();
        assertProblem(replay(letter, null), HttpStatus.CONFLICT, "no-origin");
    }

    @Test
    void saysWhatThereIsNot() {
        assertProblem(get("/ops/stock/dead-letters?topic=orders"), HttpStatus.NOT_FOUND, "unknown-dead-topic");
        assertThat(get("/ops/stock/dead-letters").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertProblem(get("/ops/stock/dead-letters/" + DEAD), HttpStatus.BAD_REQUEST, "invalid-request");
        assertProblem(get("/ops/stock/dead-letters/orders:0:0"), HttpStatus.NOT_FOUND, "unknown-dead-topic");
        assertProblem(
                get("/ops/stock/dead-letters/" + DEAD + ":0:999999"), HttpStatus.NOT_FOUND, "unknown-dead-letter");
        assertProblem(get("/ops/stock/dead-letters/" + DEAD + ":99:0"), HttpStatus.NOT_FOUND, "unknown-dead-letter");
        assertProblem(get(list() + "&cursor=%21"), HttpStatus.BAD_REQUEST, "bad-cursor");
        assertProblem(get(list() + "&cursor=YQ"), HttpStatus.BAD_REQUEST, "bad-cursor");
        assertProblem(
                exchange(HttpMethod.POST, "/ops/stock/dead-letters/" + DEAD + ":0:0/replay", operator, null, null),
                HttpStatus.BAD_REQUEST,
                "idempotency-key-missing");
    }

    private ProducerRecord<String, String> wrong(int partition, String quantity) {
        return new ProducerRecord<>("stock-movements", partition, run.toString(), """
                {"product_id":"%s","quantity_change":"%s","timestamp":1767608130}""".formatted(sku, quantity));
    }

    private String right(int units) {
        return "{\"product_id\":\"%s\",\"quantity_change\":%d,\"timestamp\":1767608130}".formatted(sku, units);
    }

    /** Of the movement, if the record is booked: where it was at first. */
    private static String cause(JsonNode letter) {
        return "outside/" + letter.path("first_place").stringValue().replace(':', '/');
    }

    private static String list() {
        return "/ops/stock/dead-letters?topic=" + DEAD;
    }

    private static String path(JsonNode letter) {
        return "/ops/stock/dead-letters/" + letter.path("id").stringValue();
    }

    private ResponseEntity<String> replay(JsonNode letter, @Nullable String body) {
        return exchange(HttpMethod.POST, path(letter) + "/replay", operator, fresh("key"), body);
    }

    private JsonNode awaitLetter() {
        return await().atMost(LONG)
                .until(this::letters, found -> !found.isEmpty())
                .getFirst();
    }

    /** Those of this test, newest first. */
    private List<JsonNode> letters() {
        var items = new ArrayList<JsonNode>();
        body(get(list() + "&page_size=100")).path("items").forEach(items::add);
        return ours(items);
    }

    private List<JsonNode> ours(List<JsonNode> letters) {
        return letters.stream()
                .filter(letter ->
                        letter.path("key").path("content").asString("").equals(run.toString()))
                .toList();
    }

    private JsonNode journal() {
        return body(get("/ops/stock/" + sku + "/movements")).path("items");
    }

    private long onHandOrNone() {
        return journal().path(0).path("on_hand").asLong(-1);
    }
}
