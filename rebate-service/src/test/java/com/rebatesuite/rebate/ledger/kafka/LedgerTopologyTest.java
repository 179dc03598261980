package com.rebatesuite.rebate.ledger.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.ledger.Account;
import com.rebatesuite.rebate.ledger.Balance;
import com.rebatesuite.rebate.ledger.Orders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("NullAway.Init")
class LedgerTopologyTest {

    private static final String USER = "shopper-1";
    private static final String EVENT_ID = "019b76da-a800-7000-8000-0000000000ff";
    private static final Instant NOW = Instant.parse("2026-01-05T10:15:30Z");

    @TempDir
    private Path state;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> orders;
    private TestInputTopic<String, byte[]> commands;
    private TestOutputTopic<String, byte[]> rebates;
    private TestOutputTopic<String, byte[]> dead;

    @BeforeEach
    void start() {
        var builder = new StreamsBuilder();
        var bytes = Consumed.with(Serdes.String(), Serdes.ByteArray());
        var parts = new LedgerParts(
                Contracts.MAPPER,
                meters,
                new LedgerMetrics(meters),
                () -> UUID.fromString(EVENT_ID),
                () -> Orders.RULES);
        var outputs = LedgerTopology.ledger(
                builder.stream("orders", bytes.withName("orders-source")),
                builder.stream("rebate-commands", bytes.withName("commands-source")),
                parts);
        outputs[0].to("rebates", Produced.with(Serdes.String(), Serdes.ByteArray()));
        outputs[1].to("orders-rebate-dead", Produced.with(Serdes.String(), Serdes.ByteArray()));
        driver = new TopologyTestDriver(builder.build(), properties(), NOW);
        orders = driver.createInputTopic("orders", new StringSerializer(), new ByteArraySerializer());
        commands = driver.createInputTopic("rebate-commands", new StringSerializer(), new ByteArraySerializer());
        rebates = driver.createOutputTopic("rebates", new StringDeserializer(), new ByteArrayDeserializer());
        dead = driver.createOutputTopic("orders-rebate-dead", new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void recordsWhatTheContractShowsForThePaidOrderOfTheContract() {
        send("order-paid");

        var recorded = rebates.readRecord();
        assertThat(recorded.key()).isEqualTo(USER);
        Contracts.assertSent("rebate-recorded", recorded.value());
        assertThat(dead.isEmpty()).isTrue();
    }

    @Test
    void followsAnOrderOfTheContractFromPaymentOverCompletionToAReturn() {
        send("order-paid");
        send("order-completed");
        send("return-received");

        var recordings = rebates.readValuesToList();
        assertThat(recordings).hasSize(3).allSatisfy(value -> Contracts.assertValid("rebate-recorded", value));
        assertThat(recordings.stream().map(Contracts::tree).map(LedgerTopologyTest::summary))
                .containsExactly(
                        "1 estimated: earned 27, earned 0",
                        "2 available: confirmed 27, released 27, confirmed 0, released 0",
                        "3 available: reversed 14");
        assertThat(account().balance("GBP")).isEqualTo(new Balance("GBP", 0, 0, 13, 0, 0, 27, 14));
    }

    @Test
    void releasesAPartnersOrderWhenItIsSettledAndCompletedInWhicheverOrder() {
        commands.pipeInput(USER, example("rebate-settled", "settled"));
        orders.pipeInput(USER, partner("order-paid"));
        orders.pipeInput(USER, partner("order-completed"));

        assertThat(rebates.readValuesToList().stream().map(Contracts::tree).map(LedgerTopologyTest::summary))
                .containsExactly(
                        "1 estimated: earned 27, earned 0",
                        "2 available: confirmed 27, released 27, confirmed 0, released 0");
    }

    @Test
    void reversesACancelledOrder() {
        send("order-paid");
        send("order-cancelled");

        assertThat(summary(Contracts.tree(rebates.readValuesToList().getLast())))
                .isEqualTo("2 cancelled: reversed 27, reversed 0");
    }

    @Test
    void writesNothingForARepeatOrForWhatIsNoneOfItsBusiness() {
        send("order-paid");
        send("order-paid");
        orders.pipeInput(USER, example("order-paid", "another-id"));
        send("order-shipped");

        assertThat(rebates.getQueueSize()).isEqualTo(1);
        assertThat(dead.isEmpty()).isTrue();
        assertThat(skipped("repeated-event")).isEqualTo(1);
        assertThat(skipped("already-paid")).isEqualTo(1);
    }

    @Test
    void buriesWhatItCannotReadAndGoesOn() {
        orders.pipeInput(USER, "no json".getBytes(UTF_8));
        orders.pipeInput(USER, null);
        orders.pipeInput("somebody-else", example("order-paid", "1"));
        orders.pipeInput(
                USER,
                text("order-paid", "1")
                        .replace("\"quantity\": 2", "\"quantity\": 0")
                        .getBytes(UTF_8));
        orders.pipeInput(USER, text("order-paid", "1").replace("GBP", "XYZ").getBytes(UTF_8));
        send("return-received");
        send("order-paid");

        assertThat(dead.readRecordsToList().stream().map(LedgerTopologyTest::reason))
                .containsExactly(
                        "malformed", "malformed", "key-is-not-the-user", "malformed", "malformed", "unknown-order");
        assertThat(rebates.getQueueSize()).isEqualTo(1);
    }

    @Test
    void saysOfADeadLetterWhereItCameFrom() {
        orders.pipeInput(USER, "no json".getBytes(UTF_8));

        var headers = dead.readRecord().headers();
        assertThat(new String(headers.lastHeader("kafka_dlt-original-topic").value(), UTF_8))
                .isEqualTo("orders");
        assertThat(headers.lastHeader("kafka_dlt-original-offset")).isNotNull();
        assertThat(new String(headers.lastHeader("kafka_dlt-exception-message").value(), UTF_8))
                .contains("not JSON");
    }

    @Test
    void handsTheTraceOn() {
        var headers = new RecordHeaders()
                .add("traceparent", "00-1-1-01".getBytes(UTF_8))
                .add("else", new byte[] {1});
        orders.pipeInput(new TestRecord<>(USER, example("order-paid", "1"), headers));

        var recorded = rebates.readRecord();
        assertThat(recorded.headers().toArray()).hasSize(1);
        assertThat(recorded.headers().lastHeader("traceparent")).isNotNull();
    }

    @Test
    void keepsTheRecordingsOfAnOrderOfManyLinesBelowTheLimitsOfKafka() throws IOException {
        orders.pipeInput(USER, manyLines(1_114));
        send("order-completed");

        for (var recording : rebates.readValuesToList()) {
            assertThat(recording.length).isLessThan(LedgerParts.LARGEST_RECORDING / 2);
            assertThat(compressed(recording)).isLessThan(900_000);
        }
        assertThat(account().version()).isEqualTo(2);
    }

    @Test
    void refusesARecordingThatWouldBeTooLargeAndLeavesTheAccountAsItWas() {
        orders.pipeInput(USER, manyLines(8_000));

        assertThat(reason(dead.readRecord())).isEqualTo("too-large");
        assertThat(driver.<String, Account>getKeyValueStore(LedgerStores.ACCOUNTS)
                        .get(USER))
                .isNull();
    }

    private void send(String type) {
        orders.pipeInput(USER, example(type, type.equals("order-paid") ? EVENT_ID : type));
    }

    private static byte[] example(String type, String eventId) {
        return text(type, eventId).getBytes(UTF_8);
    }

    private static String text(String type, String eventId) {
        return Contracts.example(type).replaceFirst(EVENT_ID, eventId);
    }

    private static byte[] partner(String type) {
        return text(type, type)
                .replace("\"channel\": \"shop\"", "\"channel\": \"partner\"")
                .getBytes(UTF_8);
    }

    private static byte[] manyLines(int count) {
        var lines = IntStream.rangeClosed(1, count).mapToObj("""
                        {"line": %1$d, "sku": "85123A-%1$d", "category": "groceries", "merchant": "retail",
                         "quantity": 7, "amount": {"currency": "GBP", "minor": 123457}}"""::formatted).collect(Collectors.joining(","));
        return text("order-paid", "many")
                .replaceFirst("(?s)\"lines\": \\[.*?\\]", "\"lines\": [" + lines + "]")
                .getBytes(UTF_8);
    }

    private Account account() {
        return requireNonNull(
                driver.<String, Account>getKeyValueStore(LedgerStores.ACCOUNTS).get(USER));
    }

    private double skipped(String reason) {
        return meters.counter("rebates.skipped", "reason", reason).count();
    }

    private static String summary(JsonNode event) {
        var data = event.path("data");
        return data.path("sequence").asLong() + " "
                + data.path("order").path("state").asString() + ": "
                + data.path("entries")
                        .valueStream()
                        .map(entry -> entry.path("kind").asString() + " "
                                + entry.path("amount").path("minor").asLong())
                        .collect(Collectors.joining(", "));
    }

    private static String reason(TestRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("reason").value(), UTF_8);
    }

    private static int compressed(byte[] bytes) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (OutputStream lz4 = new net.jpountz.lz4.LZ4FrameOutputStream(compressed)) {
            lz4.write(bytes);
        }
        return compressed.size();
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "ledger-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return properties;
    }
}
