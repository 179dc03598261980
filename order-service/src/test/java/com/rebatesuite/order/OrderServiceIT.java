package com.rebatesuite.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.order.FakeInventory.Mood;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests in, events out: the whole service with real Kafka and PostgreSQL. */
class OrderServiceIT extends OrderServiceFixture {

    private static final Duration SOON = Duration.ofSeconds(30);

    @BeforeEach
    void goods() {
        sellTeaAndMugs();
    }

    @Test
    void anOrderGoesItsWayAndEveryEventReachesItsTopicInOrder() {
        var user = "walker-" + UUID.randomUUID();
        INVENTORY.is(Mood.BROKEN);
        var placed = post(shopper(user), "/api/orders", TEAS_AND_MUG);
        var order = placed.id("order_id");

        assertThat(placed.status()).isEqualTo(202);
        publish(user, event("reservation-held.v1", order));
        await().atMost(SOON).untilAsserted(() -> assertThat(state(order)).isEqualTo("CONFIRMED"));
        pay(order);
        operate("orders/" + order + "/ship");
        operate("orders/" + order + "/deliver");
        var returned = post(
                        shopper(user),
                        "/api/orders/" + order + "/returns",
                        "{\"reason\":\"too small\",\"lines\":[{\"line\":1,\"quantity\":1}]}")
                .text("return_id");
        operate("returns/" + returned + "/receive");

        assertThat(typesOn("orders", user, order, 7))
                .containsExactly(
                        "order-placed.v1",
                        "order-confirmed.v1",
                        "order-paid.v1",
                        "order-shipped.v1",
                        "order-delivered.v1",
                        "return-requested.v1",
                        "return-received.v1");
        assertThat(typesOn("logistics", order.toString(), order, 1)).containsExactly("shipment-requested.v1");
        assertThat(typesOn("finance", order.toString(), order, 2))
                .containsExactly("invoice-requested.v1", "refund-requested.v1");
        assertThat(typesOn("customer-care", order.toString(), order, 1)).containsExactly("case-opened.v1");
    }

    @Test
    void putsAnUnreadableReservationAsideAndGoesOn() {
        var user = "poisoned-" + UUID.randomUUID();
        INVENTORY.is(Mood.BROKEN);
        var order = post(shopper(user), "/api/orders", TEAS_AND_MUG).id("order_id");

        publish(user, ("rubbish about " + user).getBytes(UTF_8));
        publish(user, event("reservation-held.v1", order));

        await().atMost(SOON).untilAsserted(() -> assertThat(state(order)).isEqualTo("CONFIRMED"));
        assertThat(read("reservations-order-dead", user, "rubbish about " + user, 1))
                .hasSize(1);
    }

    @Test
    void inv15_anOrderAcceptedWhileKafkaIsAwayIsAnnouncedLater() {
        var user = "patient-" + UUID.randomUUID();
        Backends.kafka().stop();
        UUID order;
        try {
            var placed = post(shopper(user), "/api/orders", TEAS_AND_MUG);
            order = placed.id("order_id");
            // 202 when inventory is slow to answer: accepted all the same.
            assertThat(placed.status()).isIn(201, 202);
        } finally {
            Backends.kafka().start();
        }

        assertThat(typesOn("orders", user, order, 1)).first().isEqualTo("order-placed.v1");
    }

    @Test
    void saysHowItIsWithoutBeingAskedWho() {
        assertThat(get("", "/v3/api-docs").status()).isEqualTo(200);
        assertThat(get("", "/nowhere").status()).isIn(401, 403, 404);
    }

    private String state(UUID order) {
        return get(operator(), "/ops/orders/" + order).text("state");
    }

    private void operate(String path) {
        assertThat(post(operator(), "/ops/" + path, "").status()).isEqualTo(200);
    }

    private static byte[] event(String type, UUID order) {
        var example = new String(Contract.example(type), UTF_8);
        return example.replace(OrderHistory.ID.toString(), order.toString()).getBytes(UTF_8);
    }

    private static void publish(String key, byte[] value) {
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, Backends.kafka().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var unused = producer.send(new ProducerRecord<>("reservations", key, value));
            producer.flush();
        }
    }

    /** The types of what a topic has about an order; each fits its schema. */
    private static List<String> typesOn(String topic, String key, UUID order, int expected) {
        var types = new ArrayList<String>();
        for (var event : read(topic, key, order.toString(), expected)) {
            var type = tree(event).path("type").asString();
            Contract.assertFitsTheSchema(type, event);
            types.add(type);
        }
        return types;
    }

    private static List<String> read(String topic, String key, String about, int expected) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Backends.kafka().bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        var found = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(SOON).until(() -> {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                    var text = new String(message.value(), UTF_8);
                    if (key.equals(message.key()) && text.contains(about)) {
                        found.add(text);
                    }
                }
                return found.size() >= expected;
            });
        }
        return found;
    }
}
