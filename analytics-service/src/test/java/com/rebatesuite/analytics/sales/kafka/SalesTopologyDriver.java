package com.rebatesuite.analytics.sales.kafka;

import com.rebatesuite.analytics.Examples;
import com.rebatesuite.analytics.sales.SalesLimits;
import com.rebatesuite.analytics.sales.SalesMeter;
import com.rebatesuite.analytics.sales.SalesMinute;
import com.rebatesuite.analytics.sales.SalesWindowRules;
import com.rebatesuite.platform.event.EventIds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.test.TestRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole topology, bytes in and bytes out, with a wall clock that moves when told. */
final class SalesTopologyDriver implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
    static final SalesWindowRules RULES = new SalesWindowRules(
            Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofHours(24), Duration.ofMinutes(1));
    static final SalesLimits LIMITS =
            new SalesLimits(Duration.ofMillis(500), 20_000, 50_000, Duration.ofHours(24), 10_000);

    private static final UUID ID = UUID.fromString("019b76da-a800-7000-8000-0000000000ff");
    private static final Clock TIME_OF_EXAMPLES = Clock.fixed(Instant.parse("2026-01-05T10:15:30Z"), ZoneOffset.UTC);

    final CountingMeter meter = new CountingMeter();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> orders;
    private final TestOutputTopic<String, byte[]> minutes;
    private final TestOutputTopic<String, byte[]> late;
    private final TestOutputTopic<String, byte[]> dead;

    SalesTopologyDriver() {
        this(RULES, LIMITS);
    }

    SalesTopologyDriver(SalesWindowRules rules, SalesLimits limits) {
        driver = new TopologyTestDriver(topology(rules, limits).build(), settings(), NOW);
        orders = driver.createInputTopic("orders", new StringSerializer(), new ByteArraySerializer());
        minutes = output("sales-minutes");
        late = output("sales-late");
        dead = output("dead");
    }

    private StreamsBuilder topology(SalesWindowRules rules, SalesLimits limits) {
        var builder = new StreamsBuilder();
        var bytes = Produced.with(Serdes.String(), Serdes.ByteArray());
        var messages = new SalesMessages(Examples.JSON, ids(), TIME_OF_EXAMPLES);
        var streams = SalesTopology.sales(
                builder.stream("orders", Consumed.with(Serdes.String(), Serdes.ByteArray())),
                new OrderReader(Examples.JSON, new SimpleMeterRegistry()),
                new SalesTopology.Windows(rules, limits, meter));
        streams.minutes().mapValues(messages::bytes).to("sales-minutes", bytes);
        streams.late().mapValues(messages::bytes).to("sales-late", bytes);
        streams.unreadable().to("dead", bytes);
        return builder;
    }

    private static EventIds ids() {
        return () -> ID;
    }

    private static Properties settings() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "sales");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 10 << 20);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return settings;
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    }

    void order(JsonNode event) {
        order(Examples.JSON.writeValueAsBytes(event));
    }

    void order(byte[] record) {
        orders.pipeInput("shopper-1", record, NOW);
    }

    /** Lets wall-clock time pass, in steps, as it does. */
    void pass(Duration time) {
        for (var left = time.toMillis(); left > 0; left -= 500) {
            driver.advanceWallClockTime(Duration.ofMillis(Math.min(500, left)));
        }
    }

    /** Lets wall-clock time pass at once: one turn, however long. */
    void jump(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** What was published since the last call. */
    List<JsonNode> minutes() {
        return read(minutes);
    }

    List<JsonNode> late() {
        return read(late);
    }

    List<TestRecord<String, byte[]>> minuteRecords() {
        return minutes.readRecordsToList();
    }

    List<TestRecord<String, byte[]>> dead() {
        return dead.readRecordsToList();
    }

    long windowsKept() {
        return count(SalesStores.WINDOWS);
    }

    long ordersRemembered() {
        return count(SalesStores.COUNTED_ORDERS);
    }

    private long count(String store) {
        var seen = 0L;
        try (var all = driver.getKeyValueStore(store).all()) {
            while (all.hasNext()) {
                all.next();
                seen++;
            }
        }
        return seen;
    }

    private static List<JsonNode> read(TestOutputTopic<String, byte[]> topic) {
        var events = new ArrayList<JsonNode>();
        topic.readValuesToList().forEach(value -> events.add(Examples.JSON.readTree(value)));
        return events;
    }

    /** An order-paid with one line. */
    static ObjectNode paid(String order, long sequence, String sku, long units, long minor, Instant at) {
        var event = about("order-paid.v1", order, sequence, at);
        lines(event, sku, units, "amount", minor);
        return event;
    }

    /** A return-received with one line. */
    static ObjectNode received(String order, long sequence, String sku, long units, long minor, Instant at) {
        var event = about("return-received.v1", order, sequence, at);
        lines(event, sku, units, "refund", minor);
        return event;
    }

    private static ObjectNode about(String type, String order, long sequence, Instant at) {
        var event = Examples.example(type);
        ((ObjectNode) event.path("data"))
                .put("order_id", order)
                .put("sequence", sequence)
                .put("occurred_at", at.toString());
        return event;
    }

    private static void lines(ObjectNode event, String sku, long units, String money, long minor) {
        var lines = ((ObjectNode) event.path("data")).putArray("lines");
        var line = lines.addObject().put("line", 1).put("sku", sku).put("quantity", units);
        line.putObject(money).put("currency", "GBP").put("minor", minor);
    }

    @Override
    public void close() {
        driver.close();
    }

    /** Counts by name. */
    static final class CountingMeter implements SalesMeter {

        final Map<SalesMinute.Status, Integer> published = new EnumMap<>(SalesMinute.Status.class);
        int late;
        int tooLate;
        int repeated;

        @Override
        public void published(SalesMinute.Status status, Duration delay) {
            published.merge(status, 1, Integer::sum);
        }

        @Override
        public void late() {
            late++;
        }

        @Override
        public void tooLate() {
            tooLate++;
        }

        @Override
        public void repeated() {
            repeated++;
        }
    }
}
