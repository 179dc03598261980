package com.rebatesuite.rebate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.platform.webhook.WebhookSecret;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Money on its way out of the real ledger, with the service killed in between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithdrawalsIT {

    private static final String SECRET = "whsec_bG9jYWwtcGF5b3V0LXdlYmhvb2stc2VjcmV0";
    private static final String BATCHES = "/ops/rebates/payout-batches";
    private static final String METHOD =
            "{\"kind\":\"iban\",\"account\":\"GB29NWBK60161331926819\",\"holder\":\"Ada Shopper\"}";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KillableService service = new KillableService(List.of(
            "--ledger.payout-hold=0s",
            "--payout.webhook.secrets=" + SECRET,
            "--quote.keys=test:dGVzdC1xdW90ZXMtMDEyMzQ1Njc4OWFiY2RlZmdoaWpr"));

    private final KafkaProducer<String, byte[]> kafka = new KafkaProducer<>(
            Map.of("bootstrap.servers", Backends.kafka().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    @BeforeAll
    void start() {
        service.start();
    }

    @AfterAll
    void stop() {
        service.close();
        kafka.close();
    }

    @Test
    void paysThroughABatchAndAFileAndReturnsWhatFailedOnce() throws IOException {
        var ada = rich(2000);
        var bob = rich(2000);
        var paid = requested(ada, 1500);
        var failed = requested(bob, 2000);

        var batch = post(BATCHES, operator(), "batch-" + ada, "{}");
        assertThat(batch.statusCode()).as(batch.body()).isEqualTo(201);
        var place = batch.headers().firstValue("Location").orElseThrow();
        var file = KillableService.exchange(service.request(place)
                .header("Authorization", "Bearer " + operator())
                .header("Accept", "text/csv"));
        assertThat(file.body())
                .contains(paid + ",iban,GB29NWBK60161331926819,Ada Shopper,GBP,15.00")
                .contains(failed);
        for (int twice = 0; twice < 2; twice++) {
            assertThat(report(place, "withdrawal_id,result,detail\n" + paid + ",paid,bank-1\n"))
                    .isEqualTo(200);
            assertThat(webhook(failed, "payout.failed", "\"reason\":\"closed\""))
                    .isEqualTo(200);
        }

        awaitMoney(ada, 500, 0, 1500);
        awaitMoney(bob, 2000, 0, 0);
        assertThat(webhook(failed, "payout.paid", "\"reference\":\"x\"")).isEqualTo(409);
        assertThat(request(bob, "again", 2000).statusCode()).isEqualTo(201);
    }

    @Test
    void refusesMoreThanThereIsAndKnowsItsRepeats() throws IOException {
        var ada = rich(2000);

        var refused = request(ada, "k1", 2001);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(tree(refused).path("available").path("minor").asInt()).isEqualTo(2000);
        assertThat(request(ada, "k2", 499).statusCode()).isEqualTo(422);
        var held = request(ada, "k3", 2000);
        var again = request(ada, "k3", 2000);
        assertThat(held.statusCode()).as(held.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(held.body());
        assertThat(again.headers().firstValue("Idempotency-Hit")).contains("true");
        assertThat(request(ada, "k3", 1000).statusCode()).isEqualTo(422);
        awaitMoney(ada, 0, 2000, 0);
    }

    /** Whatever was answered before the kill is there after it; whatever was not can be asked for again, and counts once. */
    @Test
    void losesAndDoublesNoWithdrawalThoughItIsKilledInBetween() throws Exception {
        var users = IntStream.range(0, 20).mapToObj(i -> rich(2000)).toList();
        var promised = ConcurrentHashMap.<String>newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            users.forEach(user -> threads.execute(() -> untilItIsGone(user, promised)));
            Awaitility.await().atMost(PATIENCE).until(() -> promised.size() >= 5);
            service.kill();
        }
        service.start();

        for (var user : promised) {
            awaitMoney(user, 500, 1500, 0);
        }
        for (var user : users) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(request(user, "the-one", 1500).statusCode())
                                    .isEqualTo(201));
        }
        for (var user : users) {
            awaitMoney(user, 500, 1500, 0);
            assertThat(tree(get("/api/rebates/withdrawals", token(user)))
                            .path("items")
                            .size())
                    .isEqualTo(1);
        }
    }

    private void untilItIsGone(String user, Set<String> promised) {
        try {
            while (true) {
                int status = request(user, "the-one", 1500).statusCode();
                assertThat(status).isIn(201, 202, 503);
                if (status != 503) {
                    promised.add(user);
                }
            }
        } catch (IOException killed) {
            // As was to be expected.
        }
    }

    private String rich(int minor) {
        var user = "shopper-" + UUID.randomUUID();
        var adjustment = UUID.randomUUID().toString();
        send(
                user,
                example("adjustment-proposed", user, adjustment)
                        .replaceFirst("\"minor\": -?\\d+", "\"minor\": " + minor));
        send(user, example("adjustment-decided", user, adjustment));
        awaitMoney(user, minor, 0, 0);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(KillableService.exchange(service.request("/api/rebates/payout-method")
                                        .header("Authorization", "Bearer " + token(user))
                                        .header("Content-Type", "application/json")
                                        .PUT(BodyPublishers.ofString(METHOD)))
                                .statusCode())
                        .isEqualTo(200));
        return user;
    }

    private static String example(String type, String user, String adjustment) {
        var example = Contracts.example(type);
        var subject = Contracts.tree(example.getBytes(UTF_8)).path("subject").asString();
        return example.replace(subject, adjustment)
                .replace("shopper-1", user)
                .replace(
                        "019b76da-a800-7000-8000-0000000000ff",
                        UUID.randomUUID().toString());
    }

    private void send(String user, String event) {
        try {
            kafka.send(new ProducerRecord<>("rebate-commands", user, event.getBytes(UTF_8)))
                    .get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String requested(String user, int minor) throws IOException {
        var answer = request(user, "k", minor);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return tree(answer).path("withdrawal_id").asString();
    }

    private HttpResponse<String> request(String user, String key, int minor) throws IOException {
        return post(
                "/api/rebates/withdrawals",
                token(user),
                key,
                "{\"amount\":{\"currency\":\"GBP\",\"minor\":" + minor + "}}");
    }

    private HttpResponse<String> post(String path, String token, String key, String body) throws IOException {
        return KillableService.exchange(service.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Prefer", "wait=10")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private int report(String place, String file) throws IOException {
        return KillableService.exchange(service.request(place + "/results")
                        .header("Authorization", "Bearer " + operator())
                        .header("Prefer", "wait=10")
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(file)))
                .statusCode();
    }

    private int webhook(String withdrawalId, String type, String data) throws IOException {
        var body = "{\"type\":\"%s\",\"data\":{\"withdrawal_id\":\"%s\",%s}}".formatted(type, withdrawalId, data);
        var now = Long.toString(Instant.now().getEpochSecond());
        return KillableService.exchange(service.request("/webhooks/payouts")
                        .header("webhook-id", "m1")
                        .header("webhook-timestamp", now)
                        .header("webhook-signature", new WebhookSecret(SECRET).sign("m1", now, body.getBytes(UTF_8)))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    private HttpResponse<String> get(String path, String token) throws IOException {
        return KillableService.exchange(service.request(path).header("Authorization", "Bearer " + token));
    }

    private void awaitMoney(String user, int available, int reserved, int paid) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            var balance = tree(get("/api/rebates/balance", token(user)))
                    .path("balances")
                    .path(0);
            assertThat(List.of(
                            balance.path("available").asInt(),
                            balance.path("reserved").asInt(),
                            balance.path("paid").asInt()))
                    .as(user)
                    .containsExactly(available, reserved, paid);
        });
    }

    private static JsonNode tree(HttpResponse<String> answer) {
        return Contracts.tree(answer.body().getBytes(UTF_8));
    }

    private static String token(String user) {
        return Backends.issuer().token(user, "shop");
    }

    private static String operator() {
        return Backends.issuer().token("olga", "shop", "ops");
    }
}
