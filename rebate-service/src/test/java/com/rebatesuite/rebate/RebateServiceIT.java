package com.rebatesuite.rebate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.backends.Backends;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import tools.jackson.databind.JsonNode;

/** The whole service against real servers: events in, answers out. */
class RebateServiceIT extends RunningService {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private StreamsBuilderFactoryBean streams;

    private String user = "";
    private String order = "";

    @BeforeAll
    void haveARule() {
        makeARule();
    }

    @BeforeEach
    void beSomebodyNew() {
        user = "shopper-" + UUID.randomUUID();
        order = UUID.randomUUID().toString();
    }

    @Test
    void showsTheRebateOfAPaidOrderWithItsExplanation() {
        send("orders", user, event("order-paid"));

        awaitBalance("estimated", 27);
        var explained = get("/api/rebates/orders/" + order, token(user));
        assertThat(explained.statusCode()).isEqualTo(200);
        assertThat(explained.body()).contains("900 x 3.00 % = 27", "no rule for merchant own, category kitchen");
        assertThat(get("/api/rebates/orders/" + order, token("somebody-else")).statusCode())
                .isEqualTo(404);
        send("orders", user, event("order-completed"));
        awaitBalance("available", 27);
        var entries = tree(get("/api/rebates/entries?page_size=1", token(user)));
        assertThat(entries.path("items").path(0).path("sequence").asInt()).isEqualTo(3);
        var next = entries.path("next_cursor").asString();
        assertThat(tree(get("/api/rebates/entries?page_size=1&cursor=" + next, token(user)))
                        .path("items")
                        .path(0)
                        .path("sequence")
                        .asInt())
                .isEqualTo(2);
        var many = tree(get("/ops/rebates/orders?order_id=" + order + "&order_id=" + UUID.randomUUID(), operator()));
        assertThat(many.path("orders").size()).isEqualTo(1);
    }

    @Test
    void answersForAnyTimeInWordsAndProvesIt() {
        send("orders", user, event("order-paid"));
        awaitBalance("estimated", 27);

        var before = tree(get("/api/rebates/balance?at=2020-01-01T00:00:00Z", token(user)));
        assertThat(before.path("version").asInt()).isZero();
        var statement = tree(get("/api/rebates/statement", token(user)));
        assertThat(statement.path("opening").size()).isZero();
        assertThat(statement.path("entries").path(0).path("sequence").asInt()).isEqualTo(1);
        assertThat(statement.path("closing").path(0).path("estimated").asInt()).isEqualTo(27);
        var verified = tree(get("/api/rebates/verify", token(user)));
        assertThat(verified.path("sound").asBoolean()).as(verified.toString()).isTrue();
        assertThat(get("/api/rebates/orders/" + order, token(user)).body()).contains("You earn 3 % of 9.00 GBP");
        var day =
                statement.path("entries").path(0).path("recorded_at").asString().substring(0, 10);
        var totals = tree(get("/ops/rebates/totals?day=" + day, operator()));
        assertThat(totals.path("balanced").asBoolean()).isTrue();
        assertThat(totals.path("currencies").size()).isPositive();
        assertThat(get("/ops/rebates/totals?day=" + day, token(user)).statusCode())
                .isEqualTo(403);
        assertThat(get("/api/rebates/statement?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z", token(user))
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/api/rebates/balance?at=yesterday", token(user)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void releasesAPartnersRebateWhenAnOperatorSettlesIt() {
        send("orders", user, partner(event("order-paid")));
        send("orders", user, partner(event("order-completed")));
        awaitBalance("confirmed", 27);

        for (int twice = 0; twice < 2; twice++) {
            var answer = put("/ops/rebates/orders/" + order + "/settlement", operator(), "{}");
            assertThat(answer.statusCode()).isEqualTo(202);
        }

        awaitBalance("available", 27);
        assertThat(balance().path("confirmed").asInt()).isZero();
        assertThat(put("/ops/rebates/orders/" + UUID.randomUUID() + "/settlement", operator(), "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void pushesTheBalanceAtOnceAndAfterEveryChange() {
        var lines = new CopyOnWriteArrayList<String>();
        var token = Backends.issuer().token(user, "shop");
        try (var http = HttpClient.newHttpClient()) {
            var stream = http.sendAsync(
                            request("/api/rebates/stream", token).build(), HttpResponse.BodyHandlers.ofLines())
                    .thenAccept(answer -> answer.body().forEach(lines::add));
            await().atMost(20, TimeUnit.SECONDS).until(() -> lines.contains("id:0"));

            send("orders", user, event("order-paid"));
            await().atMost(20, TimeUnit.SECONDS).untilAsserted(() -> {
                assertThat(lines).contains("id:1", "event:balance");
                assertThat(lines).anyMatch(line -> line.startsWith("data:") && line.contains("\"estimated\":27"));
            });
            assertThat(stream).isNotDone();
            http.shutdownNow();
        }
    }

    @Test
    void buriesWhatIsMalformedAndGoesOn() {
        send("orders", user, "no event at all".getBytes(UTF_8));
        send("rebates", user, "no event at all".getBytes(UTF_8));
        send("orders", user, event("order-paid"));

        awaitBalance("estimated", 27);
        // Not there yet for certain: a transaction ends on each of its partitions at another moment.
        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(keysOf("orders-rebate-dead")).contains(user));
        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(keysOf("rebates-rebate-dead")).contains(user));
    }

    @Test
    void losesNothingWhileCassandraIsAway() {
        send("orders", user, event("order-paid"));
        awaitBalance("estimated", 27);

        Backends.cassandra().kill();
        try {
            await().atMost(30, TimeUnit.SECONDS).untilAsserted(() -> {
                var answer = get("/api/rebates/balance", token(user));
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.body()).contains("store-unavailable", "\"retryable\":true");
            });
            send("orders", user, event("order-completed"));
        } finally {
            Backends.cassandra().start();
        }

        awaitBalance("available", 27);
    }

    /** The binder hands the ledger what spring.kafka.producer says to other producers: none of that may be of consequence. */
    @Test
    void producesDecisionsWithSettingsOfItsOwn() {
        var settings = new TreeMap<String, String>();
        requireNonNull(streams.getStreamsConfiguration()).forEach((name, value) -> {
            if (name.toString().startsWith("producer.")) {
                settings.put(name.toString().substring("producer.".length()), value.toString());
            }
        });
        // Kafka Streams has its own serialisers, and demands the rest anyway.
        settings.keySet()
                .removeAll(Set.of(
                        "acks", "enable.idempotence", "bootstrap.servers", "key.serializer", "value.serializer"));

        assertThat(settings)
                .isEqualTo(Map.of(
                        "linger.ms", "5",
                        "compression.type", "lz4",
                        "max.request.size", "4194304",
                        "max.block.ms", "60000"));
    }

    @Test
    void letsNobodyIn() {
        assertThat(get("/ops/rebates/rules", token(user)).statusCode()).isEqualTo(403);
        assertThat(get("/api/rebates/balance", "x.y.z").statusCode()).isEqualTo(401);
        assertThat(get("/api/rebates/entries?cursor=%21", token(user)).statusCode())
                .isEqualTo(400);
        assertThat(get("/api/rebates/entries?page_size=0", token(user)).statusCode())
                .isEqualTo(400);
    }

    private void awaitBalance(String bucket, int minor) {
        awaitBalance(user, bucket, minor);
    }

    private JsonNode balance() {
        return balance(user);
    }

    private byte[] event(String type) {
        return event(type, order, user);
    }

    private static byte[] partner(byte[] event) {
        return new String(event, UTF_8)
                .replace("\"channel\": \"shop\"", "\"channel\": \"partner\"")
                .getBytes(UTF_8);
    }

    private static List<String> keysOf(String topic) {
        var properties = new Properties();
        properties.putAll(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                Backends.kafka().bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                "reader-" + UUID.randomUUID(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"));
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var keys = new CopyOnWriteArrayList<String>();
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < requireNonNull(ends.get(partition)))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> keys.add(record.key()));
            }
            return keys;
        }
    }
}
