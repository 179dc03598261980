package com.rebatesuite.rebate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.backends.Backends;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The service on free ports, with Kafka, Cassandra and an issuer that are real; each class starts it anew. Spring would pause
 * a context that is kept while another one is used, and what is resumed cannot bind the streams again: it tries for ever,
 * takes part in the ledger's group and decides nothing.
 */
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "eureka.client.enabled=false",
            "store.create-keyspace=true",
            "store.consistency=LOCAL_ONE",
            "payout.webhook.secrets=whsec_bG9jYWwtcGF5b3V0LXdlYmhvb2stc2VjcmV0"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunningService {

    static final String RULE = """
            {"title": "3 % on groceries", "category": "groceries", "rate_basis_points": 300,
             "valid_from": "2026-01-01T00:00:00Z", "retroactive": true, "reason": "orders of this year"}""";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private KafkaTemplate<String, byte[]> kafka;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add(
                "spring.cloud.stream.kafka.binder.brokers",
                () -> Backends.kafka().bootstrapServers());
        registry.add("store.contact-points", () -> Backends.cassandra().contactPoint());
        registry.add(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                () -> Backends.issuer().uri());
        registry.add("STATE_DIR", () -> temporary().toString());
        registry.add("quote.keys", () -> "test:dGVzdC1xdW90ZXMtMDEyMzQ1Njc4OWFiY2RlZmdoaWpr");
    }

    /** Without failing for what ends other threads: one of the ledger may end, is replaced, and throws all the same. */
    static ConditionFactory await() {
        return Awaitility.await().dontCatchUncaughtExceptions();
    }

    /** With it, the order of the example earns 27 for each shopper. */
    void makeARule() {
        await().atMost(Duration.ofSeconds(60)).until(this::ready);
        agreeOn("groceries-3", RULE);
    }

    /** One operator proposes the rule and another approves it, unless that was done before. */
    void agreeOn(String ruleId, String rule) {
        var path = "/ops/rebates/rules/" + ruleId;
        var proposed = put(path, operator(), rule);
        assertThat(proposed.statusCode()).as(proposed.body()).isIn(202, 428);
        var known = tree(get(path, operator()));
        if (!known.has("current")) {
            var approved =
                    approve(path, secondOperator(), known.path("revision").asInt());
            assertThat(approved.statusCode()).as(approved.body()).isEqualTo(201);
        }
    }

    HttpResponse<String> approve(String path, String token, int revision) {
        return exchange(request(path + "/approval", token)
                .header("If-Match", "\"" + revision + "\"")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** As an orchestrator asks. */
    boolean ready() {
        return health("/readiness").statusCode() == 200;
    }

    /** As an operator's alarm asks: everything, or a part of it. */
    HttpResponse<String> health(String part) {
        var uri = URI.create("http://localhost:" + managementPort + "/actuator/health" + part);
        // An alarm does not wait for longer.
        return exchange(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)));
    }

    void send(String topic, String key, byte[] value) {
        try {
            kafka.send(topic, key, value).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void awaitBalance(String user, String bucket, int minor) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(balance(user).path(bucket).asInt()).as(user).isEqualTo(minor));
    }

    JsonNode balance(String user) {
        return tree(get("/api/rebates/balance", token(user))).path("balances").path(0);
    }

    static JsonNode tree(HttpResponse<String> answer) {
        return Contracts.tree(answer.body().getBytes(UTF_8));
    }

    /** The example of the type, as one of this order and user. */
    static byte[] event(String type, String order, String user) {
        return Contracts.example(type)
                .replace("019b76da-a800-7000-8000-000000000001", order)
                .replace(
                        "019b76da-a800-7000-8000-0000000000ff",
                        UUID.randomUUID().toString())
                .replace("shopper-1", user)
                .getBytes(UTF_8);
    }

    static String token(String subject) {
        return Backends.issuer().token(subject, "shop");
    }

    static String operator() {
        return Backends.issuer().token("olga", "shop", "ops");
    }

    /** Somebody else than {@link #operator}. */
    static String secondOperator() {
        return Backends.issuer().token("otto", "shop", "ops");
    }

    HttpResponse<String> get(String path, String token) {
        return exchange(request(path, token).GET());
    }

    HttpResponse<String> put(String path, String token, String body, String... headers) {
        var request = request(path, token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body));
        return exchange(headers.length == 0 ? request : request.headers(headers));
    }

    HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("rebate-state");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
