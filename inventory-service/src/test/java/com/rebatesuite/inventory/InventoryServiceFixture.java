package com.rebatesuite.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.rebatesuite.deploy.backends.Backends;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service with its real servers, and how a test talks to it. All tests share one application. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class InventoryServiceFixture {

    protected static final FakeOrders ORDERS = new FakeOrders();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> Backends.postgres().jdbcUrl("inventory"));
        settings.add("spring.datasource.username", () -> "postgres");
        settings.add("spring.datasource.password", () -> "postgres");
        settings.add(
                "spring.cloud.stream.kafka.binder.brokers",
                () -> Backends.kafka().bootstrapServers());
        settings.add("spring.data.redis.host", () -> "localhost");
        settings.add("spring.data.redis.port", () -> Backends.redis().port());
        settings.add(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                () -> Backends.issuer().uri());
        settings.add("stock.alerts.allow-private-targets", () -> true);
        settings.add("spring.mail.host", () -> "localhost");
        settings.add("spring.mail.port", () -> Mails.SERVER.getSmtp().getPort());
        // Few, so that a rebuild takes many goes.
        settings.add("stock-view.chunk", () -> 7);
        settings.add("ISSUER_URI", () -> Backends.issuer().uri());
        settings.add("spring.cloud.discovery.client.simple.instances.order-service[0].uri", ORDERS::uri);
        settings.add("reconciliation.look-every", () -> "50ms");
        settings.add("eureka.client.enabled", () -> false);
        settings.add("server.port", () -> 0);
        settings.add("management.server.port", () -> 0);
    }

    protected final String tea = fresh("TEA");
    protected final String mug = fresh("MUG");
    protected final String operator = Backends.issuer().token("olga", "shop", "ops");
    protected final String service = Backends.issuer().token("order-service", "service");

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    protected JsonMapper mapper;

    @Autowired
    StringRedisTemplate redis;

    // Answers are read whatever their status.
    private final RestClient http = RestClient.builder()
            .defaultStatusHandler(status -> true, (request, response) -> {})
            .build();

    /** A name no other test uses. */
    protected static String fresh(String name) {
        return name + "-" + UUID.randomUUID();
    }

    protected void receive(Map<String, Long> goods) {
        var answer = exchange(HttpMethod.POST, "/ops/stock/receipts", operator, fresh("key"), receipt(goods));
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.OK);
    }

    protected static String receipt(Map<String, Long> goods) {
        var lines = goods.entrySet().stream()
                .map(line -> "{\"sku\":\"%s\",\"quantity\":%d}".formatted(line.getKey(), line.getValue()))
                .toList();
        return "{\"reference\":\"delivery/1\",\"lines\":[%s]}".formatted(String.join(",", lines));
    }

    protected JsonNode hold(UUID order, String body) {
        return body(exchange(HttpMethod.PUT, "/internal/reservations/" + order, service, null, body));
    }

    protected long onHand(String sku) {
        return body(get("/ops/stock/" + sku + "/movements"))
                .path("items")
                .get(0)
                .path("on_hand")
                .longValue();
    }

    protected ResponseEntity<String> get(String path) {
        return exchange(HttpMethod.GET, path, operator, null, null);
    }

    /** Asks for what the caller has not got yet. */
    protected ResponseEntity<String> getUnless(String etag, String path) {
        return http.get()
                .uri(URI.create("http://localhost:" + port + path))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + operator)
                .header(HttpHeaders.IF_NONE_MATCH, etag)
                .retrieve()
                .toEntity(String.class);
    }

    protected ResponseEntity<String> exchange(
            HttpMethod method, String path, String token, @Nullable String key, @Nullable String body) {
        return exchange(method, path, token, key, null, body);
    }

    protected ResponseEntity<String> exchange(
            HttpMethod method,
            String path,
            String token,
            @Nullable String key,
            @Nullable String ifMatch,
            @Nullable String body) {
        var request = http.method(method)
                .uri(URI.create("http://localhost:" + port + path))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        if (key != null) {
            request = request.header("Idempotency-Key", key);
        }
        if (ifMatch != null) {
            request = request.header(HttpHeaders.IF_MATCH, ifMatch);
        }
        if (body != null) {
            request = request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve().toEntity(String.class);
    }

    protected ResponseEntity<String> putIfMatch(String etag, String path, String body) {
        return http.put()
                .uri(URI.create("http://localhost:" + port + path))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + operator)
                .header(HttpHeaders.IF_MATCH, etag)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(String.class);
    }

    /** How many mails this address has got. */
    protected static long mailsTo(String address) {
        return Mails.SERVER.getReceivedMessagesForDomain(address).length;
    }

    protected JsonNode body(ResponseEntity<String> answer) {
        return mapper.readTree(String.valueOf(answer.getBody()));
    }

    protected void assertProblem(ResponseEntity<String> answer, HttpStatus status, String code) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
        assertThat(body(answer).path("code").stringValue()).isEqualTo(code);
    }

    protected static long sum(JsonNode sums, String field) {
        return sums.findValues(field).stream().mapToLong(JsonNode::longValue).sum();
    }

    protected static void send(List<ProducerRecord<String, String>> records) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Backends.kafka().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var record : records) {
                producer.send(record).get();
            }
        }
    }

    protected static ProducerRecord<String, String> event(String type, UUID order, String tea, String mug)
            throws IOException {
        var example = Files.readString(
                        Path.of(System.getProperty("contracts.home"), "events", type + ".v1.example.json"))
                .replace("019b76da-a800-7000-8000-000000000001", order.toString())
                .replace("019b76da-a800-7000-8000-000000000002", new UUID(order.getMostSignificantBits(), 1).toString())
                .replace("TEA-100", tea)
                .replace("MUG-1", mug);
        return new ProducerRecord<>("orders", "shopper-1", example);
    }

    /** Records of the topic that name the order, from its beginning until there is nothing new for a while. */
    protected static List<ConsumerRecord<String, String>> records(String topic, UUID order) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Backends.kafka().bootstrapServers(), "auto.offset.reset", "earliest");
        var found = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int idle = 0; idle < 3; ) {
                var records = consumer.poll(Duration.ofMillis(500));
                idle = records.isEmpty() ? idle + 1 : 0;
                records.forEach(found::add);
            }
        }
        return found.stream()
                .filter(record -> record.value() != null && record.value().contains(order.toString()))
                .toList();
    }

    /** A mail server for everybody, started for the first who asks. */
    private static final class Mails {

        private static final GreenMail SERVER = started();

        private static GreenMail started() {
            var server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
            server.start();
            return server;
        }
    }
}
