package com.rebatesuite.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.platform.PlatformIT;
import com.rebatesuite.platform.Topic;
import com.rebatesuite.platform.telemetry.Trace;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OutboxIT extends PlatformIT {

    private static final Instant TIME = Instant.parse("2026-01-05T10:15:30Z");
    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper mapper;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Tracer tracer;

    @Test
    void bringsWhatIsCommittedToKafkaInTheOrderOfTheKey() {
        var topic = Topic.create("ordered");

        write(numbered(topic, 0, 2500));

        await().atMost(LONG).untilAsserted(() -> assertThat(waiting(topic)).isZero());
        assertThat(topic.records()).hasSize(2500);
        assertThat(firstAppearances(topic)).isEqualTo(expected(2500));
    }

    @Test
    void sendsACloudEventAndTheTraceItWasWrittenIn() {
        var topic = Topic.create("envelope");
        var span = tracer.nextSpan().name("request").start();

        var scope = tracer.withSpan(span);
        write(List.of(new OutboxMessage(topic.name(), "k", "thing-happened.v1", "thing-1", TIME, new Thing("a", 3))));
        scope.close();
        span.end();

        await().atMost(LONG).untilAsserted(() -> assertThat(topic.records()).hasSize(1));
        var record = topic.records().getFirst();
        assertThat(record.key()).isEqualTo("k".getBytes(UTF_8));
        assertThat(Topic.header(record, "traceparent").orElseThrow())
                .contains(span.context().traceId());
        var event = (ObjectNode) mapper.readTree(record.value());
        assertThat(event.remove("id").stringValue()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}");
        assertThat(event).isEqualTo(mapper.readTree("""
                                {"specversion": "1.0", "source": "/test-service", "type": "thing-happened.v1",
                                 "time": "2026-01-05T10:15:30Z", "subject": "thing-1", "datacontenttype": "application/json",
                                 "data": {"order_id": "a", "line_count": 3}}
                                """));
    }

    /** As when the work of many requests is done in one transaction: each event goes on with the trace of its own. */
    @Test
    void sendsEachEventWithItsOwnTraceIfItHasOne() {
        var topic = Topic.create("traces");
        var span = tracer.nextSpan().name("batch").start();
        var trace = new Trace(Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

        var scope = tracer.withSpan(span);
        write(List.of(
                message(topic, "k", 0, "").of(trace),
                message(topic, "k", 1, ""),
                message(topic, "k", 2, "").of(Trace.NONE)));
        scope.close();
        span.end();

        await().atMost(LONG).untilAsserted(() -> assertThat(topic.records()).hasSize(3));
        var traces = topic.records().stream()
                .map(record -> Topic.header(record, "traceparent").orElse("none"))
                .toList();
        assertThat(traces.getFirst()).isEqualTo(trace.headers().get("traceparent"));
        assertThat(traces.get(1)).contains(span.context().traceId());
        assertThat(traces.get(2)).isEqualTo("none");
    }

    @Test
    void refusesToWriteWithoutATransaction() {
        var topic = Topic.create("no-transaction");

        assertThatThrownBy(() -> outbox.write(numbered(topic, 0, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");

        assertThat(waiting(topic)).isZero();
    }

    @Test
    void sendsNothingOfATransactionThatIsRolledBack() {
        var topic = Topic.create("rolled-back");

        transaction.executeWithoutResult(status -> {
            outbox.write(numbered(topic, 0, 100));
            status.setRollbackOnly();
        });
        write(numbered(topic, 100, 101));

        await().atMost(LONG).untilAsserted(() -> assertThat(topic.records()).isNotEmpty());
        assertThat(numbers(topic)).containsExactly(100);
    }

    @Test
    void refusesAnEventThatTheBrokerWouldNotTake() {
        var huge = new OutboxMessage("any", "k", "thing-happened.v1", "s", TIME, "x".repeat(1_000_000));

        assertThatThrownBy(() -> write(List.of(huge)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("921600B");
    }

    @Test
    void inv15_losesAndReordersNothingWhileTheBrokerIsAway() {
        var topic = Topic.create("broker-away");
        write(numbered(topic, 0, 50));
        await().atMost(LONG).untilAsserted(() -> assertThat(waiting(topic)).isZero());
        var failuresBefore = failures();

        Backends.kafka().stop();
        try {
            write(numbered(topic, 50, 400));
            await().atMost(LONG).until(() -> failures() > failuresBefore + 2);
            await().atMost(LONG)
                    .until(() -> meters.get("outbox.lag.seconds").gauge().value() > 0);
        } finally {
            Backends.kafka().start();
        }

        await().atMost(LONG).untilAsserted(() -> assertThat(waiting(topic)).isZero());
        assertThat(firstAppearances(topic)).isEqualTo(expected(400));
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(meters.get("outbox.rows").gauge().value()).isZero());
    }

    @Test
    void inv15_losesNothingOfATopicFirstUsedWhileTheBrokerIsAway() {
        var topic = Topic.create("broker-away-from-the-start");

        Backends.kafka().stop();
        try {
            write(numbered(topic, 0, 300));
            await().atMost(LONG)
                    .until(() -> meters.get("outbox.lag.seconds").gauge().value() > 5);
        } finally {
            Backends.kafka().start();
        }

        await().atMost(LONG).untilAsserted(() -> assertThat(waiting(topic)).isZero());
        assertThat(firstAppearances(topic)).isEqualTo(expected(300));
    }

    private double failures() {
        return meters.counter("outbox.failures").count();
    }

    /** The broker refuses one record in the middle of a pipelined batch: what comes after it must not overtake it. */
    @Test
    void letsNothingOfAKeyOvertakeARecordThatIsRefused() {
        var topic = Topic.create("refused");
        topic.limit(2000);
        var key = "only";
        var messages = new ArrayList<OutboxMessage>();
        IntStream.range(0, 50).forEach(i -> messages.add(message(topic, key, i, "")));
        messages.add(message(topic, key, 50, noise(5000)));
        IntStream.range(51, 300).forEach(i -> messages.add(message(topic, key, i, "")));
        var failuresBefore = failures();

        write(messages);

        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(meters.counter("outbox.failures").count()).isGreaterThan(failuresBefore + 2));
        assertThat(numbers(topic)).allMatch(number -> number < 50);
        topic.limit(100_000);
        await().atMost(LONG).untilAsserted(() -> assertThat(waiting(topic)).isZero());
        assertThat(firstAppearances(topic))
                .isEqualTo(Map.of(key, IntStream.range(0, 300).boxed().toList()));
    }

    private void write(List<OutboxMessage> messages) {
        transaction.executeWithoutResult(status -> outbox.write(messages));
    }

    private static List<OutboxMessage> numbered(Topic topic, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> message(topic, "key-" + i % 7, i, ""))
                .toList();
    }

    private static OutboxMessage message(Topic topic, String key, int number, String filling) {
        var data = Map.of("number", number, "filling", filling);
        return new OutboxMessage(topic.name(), key, "thing-happened.v1", "thing-" + number, TIME, data);
    }

    /** Does not shrink: the producer compresses. */
    private static String noise(int length) {
        var random = new java.util.SplittableRandom(1);
        return random.ints(length, 33, 127)
                .filter(character -> character != '"' && character != '\\')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Map<String, List<Integer>> expected(int count) {
        var expected = new TreeMap<String, List<Integer>>();
        IntStream.range(0, count)
                .forEach(i -> expected.computeIfAbsent("key-" + i % 7, key -> new ArrayList<>())
                        .add(i));
        return expected;
    }

    /** The numbers of each key, each where it appears first. */
    private Map<String, List<Integer>> firstAppearances(Topic topic) {
        var seen = new TreeMap<String, LinkedHashSet<Integer>>();
        topic.records()
                .forEach(record -> seen.computeIfAbsent(new String(record.key(), UTF_8), key -> new LinkedHashSet<>())
                        .add(number(record.value())));
        var lists = new TreeMap<String, List<Integer>>();
        seen.forEach((key, numbers) -> lists.put(key, List.copyOf(numbers)));
        return lists;
    }

    private List<Integer> numbers(Topic topic) {
        return topic.records().stream().map(record -> number(record.value())).toList();
    }

    private int number(byte[] event) {
        return mapper.readTree(event).at("/data/number").intValue();
    }

    private long waiting(Topic topic) {
        return jdbc.sql("select count(*) from outbox where topic = ?")
                .param(topic.name())
                .query(Long.class)
                .single();
    }

    record Thing(String orderId, int lineCount) {}
}
