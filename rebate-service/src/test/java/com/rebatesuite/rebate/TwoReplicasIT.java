package com.rebatesuite.rebate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.backends.Backends;
import com.rebatesuite.deploy.backends.LocalKafka;
import com.rebatesuite.deploy.backends.ServerSettings;
import com.rebatesuite.deploy.backends.Topics;
import com.rebatesuite.deploy.ledger.VerifyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Two replicas share the partitions of a ledger, and under load first one and then the other is killed and comes back. On a
 * Kafka of their own: on the shared one the replica of other tests would be a third.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoReplicasIT {

    private static final String KEYSPACE = "two_replicas";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SeededLoad load = new SeededLoad(20260105);
    private final LocalKafka kafka = started(ownKafka());
    private final KillableService one = replica();
    private final KillableService two = replica();
    private final KafkaProducer<String, byte[]> shop = new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()), new StringSerializer(), new ByteArraySerializer());
    private final RebateLog log = new RebateLog(kafka.bootstrapServers());
    private final LedgerGroup group = new LedgerGroup(kafka.bootstrapServers());
    private final WithdrawalRush rush = new WithdrawalRush(List.of(one, two), threads);

    @BeforeAll
    void liveThroughIt() throws IOException {
        var starting = threads.submit(one::start);
        two.start();
        join(starting);
        agreeOnRules();
        tell(load.openings());
        awaitEverythingRead();

        tell(load.act(0));
        killUnderLoad(one, 1);
        returnUnderLoad(one, 2);
        killUnderLoad(two, 3);
        returnUnderLoad(two, 4);
        tell(load.act(5));

        awaitEverythingRead();
        // Read is not decided yet: who waits for budget is put aside.
        await().until(() -> new HashSet<>(log.causes()).containsAll(load.causes())
                && log.withdrawals().size() >= rush.promised().size());
    }

    @AfterAll
    void stop() {
        threads.shutdownNow();
        group.close();
        log.close();
        shop.close();
        one.close();
        two.close();
        kafka.stop();
    }

    @Test
    void inv5_decidesEveryFactOnce() {
        assertThat(log.causes()).isEqualTo(load.causes());
        assertThat(group.isUntouched("orders-rebate-dead")).isTrue();
    }

    @Test
    void bringsEveryOrderWhatTheRuleAndTheCouponSay() {
        assertThat(log.earnings()).isEqualTo(load.earnings());
    }

    @Test
    void inv14_spendsEveryBudgetToTheCentAndNotOneMore() {
        for (int act = 0; act < load.acts(); act++) {
            var campaign = SeededLoad.campaign(act);
            assertThat(log.spent(campaign)).as(campaign).isEqualTo(load.budget(act));
        }
    }

    @Test
    void inv15_holdsEveryPromisedWithdrawalOnce() {
        assertThat(rush.promised()).hasSize(2 * load.rich().size());
        assertThat(log.withdrawals())
                .isEqualTo(rush.promised().stream()
                        .map(withdrawal -> withdrawal + " held")
                        .sorted()
                        .toList());
    }

    @Test
    void servesFromEitherReplicaWhatTheLogSays() {
        var logged = log.balances();
        assertThat(logged).isNotEmpty();
        for (var replica : List.of(one, two)) {
            await().untilAsserted(
                            () -> assertThat(served(replica, logged.keySet())).isEqualTo(logged));
        }
    }

    @Test
    void leavesNothingForTheIndependentVerifierToFind() {
        var report = new ByteArrayOutputStream();
        int exitCode = new VerifyCommand(new PrintStream(report, true, UTF_8))
                .run(
                        "--brokers",
                        kafka.bootstrapServers(),
                        "--cassandra",
                        Backends.cassandra().contactPoint(),
                        "--keyspace",
                        KEYSPACE);

        assertThat(exitCode).as(report.toString(UTF_8)).isZero();
    }

    /** The half of the act is decided or being decided, slices of its budget are asked for, and the shop goes on telling. */
    private void killUnderLoad(KillableService replica, int act) {
        var facts = load.act(act);
        int half = facts.size() / 2;
        await().until(() -> group.isSharedBy(2));
        int promised = rush.promised().size();
        var withdrawals = rush.begin(load.rich(), "act-" + act);
        tell(facts.subList(0, half));
        await().until(() -> rush.promised().size() > promised && log.spent(SeededLoad.campaign(act)) > 0);

        var killing = threads.submit(replica::kill);
        tellOneByOne(facts.subList(half, facts.size()));
        join(killing);
        withdrawals.forEach(TwoReplicasIT::join);
    }

    private void returnUnderLoad(KillableService replica, int act) {
        var returning = threads.submit(replica::start);
        tellOneByOne(load.act(act));
        join(returning);
    }

    private void tell(List<Fact> facts) {
        var sent = facts.stream().map(this::send).toList();
        sent.forEach(TwoReplicasIT::join);
    }

    private void tellOneByOne(List<Fact> facts) {
        facts.forEach(fact -> join(send(fact)));
    }

    private Future<RecordMetadata> send(Fact fact) {
        return shop.send(
                new ProducerRecord<>(fact.topic(), fact.user(), fact.event().getBytes(UTF_8)));
    }

    private static void join(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void awaitEverythingRead() {
        await().until(() -> group.hasRead("orders") && group.hasRead("rebate-commands") && group.hasRead("offers"));
    }

    private void agreeOnRules() throws IOException {
        agreeOn("groceries-3", SeededLoad.rule());
        for (int act = 0; act < load.acts(); act++) {
            agreeOn(SeededLoad.campaign(act), load.campaignRule(act));
        }
    }

    /** One operator proposes and another approves; it counts when both replicas know it. */
    private void agreeOn(String ruleId, String rule) throws IOException {
        var path = "/ops/rebates/rules/" + ruleId;
        var proposed = KillableService.exchange(one.request(path)
                .header("Authorization", "Bearer " + operator("olga"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(rule)));
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(202);
        var approved = KillableService.exchange(one.request(path + "/approval")
                .header("Authorization", "Bearer " + operator("otto"))
                .header("If-Match", "\"" + tree(proposed).path("revision").asInt() + "\"")
                .POST(BodyPublishers.noBody()));
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(201);
        for (var replica : List.of(one, two)) {
            await().until(() -> tree(get(replica, path, operator("olga"))).has("current"));
        }
    }

    private static Map<String, JsonNode> served(KillableService replica, Set<String> users) throws IOException {
        var served = new HashMap<String, JsonNode>();
        for (var user : users) {
            var token = Backends.issuer().token(user, "shop");
            served.put(user, tree(get(replica, "/api/rebates/balance", token)).path("balances"));
        }
        return served;
    }

    private static HttpResponse<String> get(KillableService replica, String path, String token) throws IOException {
        return KillableService.exchange(replica.request(path).header("Authorization", "Bearer " + token));
    }

    private static String operator(String name) {
        return Backends.issuer().token(name, "shop", "ops");
    }

    private static JsonNode tree(HttpResponse<String> answer) {
        return Contracts.tree(answer.body().getBytes(UTF_8));
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(50));
    }

    private KillableService replica() {
        return new KillableService(
                kafka.bootstrapServers(),
                List.of(
                        "--store.keyspace=" + KEYSPACE,
                        "--ledger.payout-hold=0s",
                        "--payout.webhook.secrets=whsec_bG9jYWwtcGF5b3V0LXdlYmhvb2stc2VjcmV0",
                        "--quote.keys=test:dGVzdC1xdW90ZXMtMDEyMzQ1Njc4OWFiY2RlZmdoaWpr"));
    }

    private static LocalKafka started(LocalKafka kafka) {
        kafka.start();
        return kafka;
    }

    private static LocalKafka ownKafka() {
        try {
            var directory = Files.createTempDirectory("rebate-suite-two-replicas");
            return new LocalKafka(
                    new ServerSettings(
                            directory,
                            directory.resolve("server.log"),
                            KillableService.freePort(),
                            false,
                            true,
                            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")),
                    KillableService.freePort(),
                    Topics.ofContracts());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
