package com.rebatesuite.inventory.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.inventory.InventoryServiceFixture;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What outside systems write, with real Kafka and PostgreSQL: each movement once, in whatever order and state it comes. */
class OutsideMovementsIT extends InventoryServiceFixture {

    private static final String TOPIC = "stock-movements";
    private static final String DEAD = "stock-movements-inventory-dead";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int PARTITIONS = 6;

    private final UUID run = UUID.randomUUID();
    private final String sku = "TEA-" + run;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HikariDataSource pool;

    @Test
    void booksWhatComesInAndWhatLeaves() throws Exception {
        write(movement(sku, 10, ""), movement(sku, -3, ",\"reason\":\"sale\",\"reference\":\"till/" + run + "\""));

        awaitLevel(sku, 7, 0);
        var sale = journal(sku).get(0);
        assertThat(sale.path("reason").stringValue()).isEqualTo("sale");
        assertThat(sale.path("reference").stringValue()).isEqualTo("till/" + run);
        assertThat(sale.path("actor").stringValue()).isEqualTo("outside/outside");
        assertThat(sale.path("note").stringValue()).isEqualTo("sale at 2026-01-05T10:15:30Z");
        assertThat(sale.path("cause").stringValue()).matches("outside/stock-movements/\\d/\\d+");
    }

    @Test
    void inv5_oneExternalIdMovesOnceHoweverOftenItIsWritten() throws Exception {
        var before = records("duplicate");
        var once = movement(sku, 10, ",\"source\":\"till-7\",\"external_id\":\"4711-" + run + "\"");
        var anotherTill = movement(sku, 10, ",\"source\":\"till-8\",\"external_id\":\"4711-" + run + "\"");
        write(once, once, anotherTill, once);
        write(movement(sku, -1, ""));

        awaitLevel(sku, 19, 0);
        assertThat(records("duplicate") - before).isEqualTo(2);
    }

    @Test
    void inv5_theRecordThatIsPutBackIsTheOneItWasAtFirst() throws Exception {
        var first = write(movement(sku, 10, "")).getFirst();
        awaitLevel(sku, 10, 0);

        var again = movement(sku, 10, "");
        again.headers().add("replay-of", first.getBytes(UTF_8));
        var other = movement(sku, 11, "");
        other.headers().add("replay-of", first.getBytes(UTF_8));
        write(again, other, movement(sku, -1, ""));

        awaitLevel(sku, 9, 0);
        assertThat(awaitDead(1).getFirst()).contains("11 of " + sku).contains("as it was booked before, 10 of " + sku);
    }

    @Test
    void saysSoWhenOneExternalIdIsTwoMovements() throws Exception {
        var id = ",\"external_id\":\"4712-" + run + "\"";
        write(movement(sku, 10, id), movement(sku, -10, id), movement(sku + "-b", 10, id), movement(sku, 1, ""));

        awaitLevel(sku, 11, 0);
        assertThat(awaitDead(2))
                .allSatisfy(reason -> assertThat(reason)
                        .contains("outside/outside/4712-" + run)
                        .contains("expected: as it was booked before, 10 of " + sku + " at main for receipt"));
    }

    /** The same set, each in its own order and over all partitions, leads to the same level. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void inv7_saleAndReceiptEndInTheSameLevelWhateverComesFirst(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var changes = new ArrayList<Long>();
        for (int i = 0; i < 40; i++) {
            long units = random.nextLong(1, 20);
            changes.add(random.nextBoolean() ? units : -units);
        }
        long net = changes.stream().mapToLong(Long::longValue).sum();
        for (var reordered : List.of(sku + "-a", sku + "-b", sku + "-c")) {
            shuffle(changes, random);
            write(changes.stream()
                    .map(change -> at(random.nextInt(PARTITIONS), reordered, change))
                    .toList());
        }

        for (var reordered : List.of(sku + "-a", sku + "-b", sku + "-c")) {
            awaitMovements(reordered, 40);
            assertLevel(reordered, Math.max(net, 0), Math.max(-net, 0));
        }
    }

    @Test
    void saysWhatHasLeftWithoutHavingBeenThere() throws Exception {
        var units = meters.get("outside.shortfall").counter().count();
        write(movement(sku, 3, ""), movement(sku, -5, ",\"reference\":\"till/9\""), movement(sku, 4, ""));

        awaitLevel(sku, 2, 0);
        assertThat(meters.get("outside.shortfall").counter().count() - units).isEqualTo(2);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(records("stock", run))
                        .filteredOn(record -> record.value().contains("stock-shortfall.v1"))
                        .singleElement()
                        .satisfies(record -> {
                            var data = mapper.readTree(record.value()).path("data");
                            assertThat(record.key()).isEqualTo(sku);
                            assertThat(data.path("units").longValue()).isEqualTo(2);
                            assertThat(data.path("shortfall").longValue()).isEqualTo(2);
                            assertThat(data.path("reference").stringValue()).isEqualTo("till/9");
                        }));
    }

    /** Malformed, doubled, huge and out of order: what is right is booked once, what is wrong is kept with its reason. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 11)
    void inv5_inv7_inv15_booksEveryRightRecordOnceAndKeepsEveryWrongOne(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var levels = new HashMap<String, Long>();
        var written = new ArrayList<ProducerRecord<String, String>>();
        int wrong = 0;
        for (int i = 0; i < 2_000; i++) {
            var product = sku + "-" + random.nextInt(20);
            if (random.nextInt(20) == 0) {
                written.add(wrong(random, product));
                wrong++;
                continue;
            }
            long units = random.nextLong(1, 1_000) * (random.nextBoolean() ? 1 : -1);
            var id = random.nextBoolean() ? "" : ",\"external_id\":\"" + run + "-" + i + "\"";
            var right = at(random.nextInt(PARTITIONS), product, units, id);
            written.add(right);
            levels.merge(product, units, Long::sum);
            if (!id.isEmpty() && random.nextInt(3) == 0) {
                written.add(random.nextInt(written.size()), right);
            }
        }
        write(written);
        writeEnd();

        awaitMovements(sku + "-end", PARTITIONS);
        levels.forEach((product, net) -> assertLevel(product, Math.max(net, 0), Math.max(-net, 0)));
        assertThat(awaitDead(wrong))
                .hasSize(wrong)
                .allSatisfy(reason -> assertThat(reason).matches("(?s).*(expected|not JSON).*"));
        assertThat(body(get("/ops/stock/verify?sku=" + sku + "-0")).path("breaks"))
                .isEmpty();
    }

    @Test
    void inv15_waitsForAStoreThatIsAwayAndLosesNothing() throws Exception {
        // A commit that is answered must survive the kill, although the server of the tests is tuned for speed.
        jdbc.sql("alter database inventory set synchronous_commit to on").update();
        pool.getHikariPoolMXBean().softEvictConnections();
        write(singles(300));
        Backends.postgres().kill();
        try {
            write(singles(300));
        } finally {
            Backends.postgres().start();
        }

        await().atMost(Duration.ofSeconds(90)).ignoreExceptions().untilAsserted(() -> assertLevel(sku, 600, 0));
        assertThat(records(DEAD, run)).isEmpty();
        jdbc.sql("alter database inventory reset synchronous_commit").update();
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Test
    void namesARecordWithoutAValue() throws Exception {
        var before = records("malformed");
        write(at(0, sku, 5), new ProducerRecord<>(TOPIC, 0, sku, null), at(0, sku, 6));

        awaitLevel(sku, 11, 0);
        assertThat(records("malformed") - before).isEqualTo(1);
        assertThat(records(DEAD, run)).isEmpty();
    }

    private List<ProducerRecord<String, String>> singles(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> at(number % PARTITIONS, sku, 1))
                .toList();
    }

    private ProducerRecord<String, String> wrong(SplittableRandom random, String product) {
        var wrong = List.of(
                "{\"product_id\":\"" + product + "\"}",
                "{\"product_id\":\"" + product + "\",\"quantity_change\":\"1\",\"timestamp\":1767608130}",
                "{\"product_id\":\"" + product + "\",\"quantity_change\":9223372036854775807,\"timestamp\":1767608130}",
                "{\"product_id\":\"" + product + "\",\"quantity_change\":1,\"timestamp\":\"then\"}",
                "{\"product_id\":\"" + product + "\",\"quantity_change\":1,\"timestamp\":1767608130",
                "{\"product_id\":\"" + product + "x".repeat(50_000) + "\",\"quantity_change\":1,\"timestamp\":1}",
                "[\"" + run + "\"]",
                "\"" + run + "\"");
        return new ProducerRecord<>(
                TOPIC, random.nextInt(PARTITIONS), product, wrong.get(random.nextInt(wrong.size())));
    }

    private ProducerRecord<String, String> movement(String product, long units, String more) {
        return at(null, product, units, more);
    }

    private ProducerRecord<String, String> at(int partition, String product, long units) {
        return at(partition, product, units, "");
    }

    private ProducerRecord<String, String> at(@Nullable Integer partition, String product, long units, String more) {
        return new ProducerRecord<>(TOPIC, partition, run.toString(), """
                {"product_id":"%s","quantity_change":%d,"timestamp":"2026-01-05T10:15:30Z"%s}""".formatted(product, units, more));
    }

    /** Behind everything else of each partition. */
    private void writeEnd() throws Exception {
        write(IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> at(partition, sku + "-end", 1))
                .toList());
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    private static List<String> write(ProducerRecord<String, String>... records) throws Exception {
        return write(List.of(records));
    }

    /** Says where each of them is now. */
    private static List<String> write(List<ProducerRecord<String, String>> records) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Backends.kafka().bootstrapServers());
        var places = new ArrayList<String>();
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var sent = records.stream().map(producer::send).toList();
            for (var one : sent) {
                var place = one.get();
                places.add(place.topic() + ":" + place.partition() + ":" + place.offset());
            }
        }
        return places;
    }

    private static void shuffle(List<Long> changes, SplittableRandom random) {
        for (int i = changes.size() - 1; i > 0; i--) {
            Collections.swap(changes, i, random.nextInt(i + 1));
        }
    }

    private double records(String result) {
        return meters.get("outside.movements").tag("result", result).counter().count();
    }

    /** Reasons of the dead letters of this test, as soon as there are so many. */
    private List<String> awaitDead(int count) {
        return await().atMost(LONG).until(() -> records(DEAD, run), dead -> dead.size() >= count).stream()
                .map(OutsideMovementsIT::reason)
                .toList();
    }

    private static String reason(ConsumerRecord<String, String> dead) {
        return new String(dead.headers().lastHeader("reason").value(), UTF_8);
    }

    private JsonNode journal(String product) {
        return body(get("/ops/stock/" + product + "/movements?page_size=200")).path("items");
    }

    private void awaitMovements(String product, int count) {
        await().atMost(LONG).until(() -> journal(product).size() == count);
    }

    private void awaitLevel(String product, long onHand, long shortfall) {
        await().atMost(LONG).untilAsserted(() -> assertLevel(product, onHand, shortfall));
    }

    private void assertLevel(String product, long onHand, long shortfall) {
        var last = journal(product).path(0);
        assertThat(product + " " + last.path("on_hand") + " short of " + last.path("shortfall"))
                .isEqualTo(product + " " + onHand + " short of " + shortfall);
    }
}
