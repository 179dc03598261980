package com.rebatesuite.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.deploy.backends.Backends;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole service, once for all tests, with real Kafka, Cassandra and tokens. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ServiceIT {

    /** Long enough for a slow machine; whoever waits stops as soon as it is true. */
    protected static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    private int port;

    @Value("${local.management.port}")
    private int managementPort;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add("KAFKA_BOOTSTRAP_SERVERS", () -> Backends.kafka().bootstrapServers());
        registry.add("CASSANDRA_CONTACT_POINTS", () -> Backends.cassandra().contactPoint());
        registry.add("CASSANDRA_CREATE_KEYSPACE", () -> "true");
        registry.add("ISSUER_URI", () -> Backends.issuer().uri());
        registry.add("STATE_DIR", ServiceIT::stateDirectory);
        registry.add("eureka.client.enabled", () -> "false");
        registry.add("management.server.port", () -> "0");
    }

    @BeforeEach
    void waitUntilReady() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                management("/actuator/health/readiness").statusCode())
                        .isEqualTo(200));
    }

    private static String stateDirectory() {
        try {
            return Files.createTempDirectory("analytics").toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    protected HttpResponse<String> get(String path, String token) throws Exception {
        return send(request(port, path, token).build());
    }

    protected HttpResponse<String> post(String path, String token, Object body) throws Exception {
        return send(request(port, path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Examples.JSON.writeValueAsString(body)))
                .build());
    }

    protected HttpResponse<String> management(String path) throws Exception {
        return send(request(managementPort, path, "").build());
    }

    private static HttpRequest.Builder request(int port, String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    protected static String operator() {
        return Backends.issuer().token("olga", "shop", "ops");
    }

    protected static String shopper(String name) {
        return Backends.issuer().token(name, "shop");
    }

    /** The example of an order event as another event of another order. */
    protected static ObjectNode fresh(String type, String sku, Instant at) {
        var event = Examples.example(type);
        event.put("id", UUID.randomUUID().toString());
        ((ObjectNode) event.path("data"))
                .put("order_id", UUID.randomUUID().toString())
                .put("occurred_at", at.toString());
        ((ObjectNode) event.at("/data/lines/0")).put("sku", sku);
        return event;
    }

    /** Puts a record on a topic and returns when Kafka has it. */
    protected static void send(String topic, String key, byte[] record) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Backends.kafka().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, record)).get();
        }
    }

    protected static void send(String topic, String key, JsonNode event) throws Exception {
        send(topic, key, Examples.JSON.writeValueAsBytes(event));
    }
}
