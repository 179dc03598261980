package com.rebatesuite.rebate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.deploy.backends.Backends;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A draft on orders that the real ledger has booked: of a time and a category of their own, as all tests share the log. */
class SimulationIT extends RunningService {

    private static final String TUESDAY = "2026-02-10T10:15:30Z";
    private static final String WEDNESDAY = "2026-02-11T10:15:30Z";
    private static final String FRIDAY = "2026-02-13T10:15:30Z";
    private static final List<String> TOPICS = List.of(
            "orders",
            "offers",
            "rebates",
            "rebate-rules",
            "rebate-commands",
            "budget-requests",
            "budget-grants",
            "orders-rebate-dead");

    private final String category = "sim-" + UUID.randomUUID();
    private final String rule = "rule-" + category;
    private final String alice = "alice-" + category;
    private final String bob = "bob-" + category;
    private final String carol = "carol-" + category;
    private final String dave = "dave-" + category;

    /** Each earns 27 by the rule as it is: alice keeps it, bob sends one unit back, carol's is cut, dave's is rejected. */
    @BeforeAll
    void haveAPast() {
        await().atMost(Duration.ofSeconds(60)).until(this::ready);
        agreeOn(rule, RULE.replace("groceries", category));
        buy(alice, TUESDAY);
        send("orders", bob, event("return-received", buy(bob, TUESDAY), bob));
        send("rebate-commands", carol, event("rebate-amended", buy(carol, WEDNESDAY), carol));
        send("rebate-commands", dave, event("rebate-rejected", buy(dave, WEDNESDAY), dave));
        buy("eve-" + category, FRIDAY);
        awaitBalance(bob, "estimated", 13);
        awaitBalance(carol, "estimated", 24);
        awaitBalance(dave, "estimated", 0);
        propose();
    }

    @Test
    void saysWhatTheDraftWouldHaveCostBesideWhatWasGiven() {
        var outcome = outcome();

        assertThat(outcome.path("totals")).isEqualTo(json("""
                [{"currency": "GBP", "orders": 4, "simulated": 153, "given": 64}]"""));
        assertThat(outcome.path("days")).isEqualTo(json("""
                [{"day": "2026-02-10", "currency": "GBP", "orders": 2, "simulated": 135, "given": 40},
                 {"day": "2026-02-11", "currency": "GBP", "orders": 2, "simulated": 18, "given": 24}]"""));
        assertThat(outcome.path("winners")).isEqualTo(json("""
                {"count": 2, "first": [
                  {"user_id": "%s", "currency": "GBP", "simulated": 90, "given": 27},
                  {"user_id": "%s", "currency": "GBP", "simulated": 45, "given": 13}]}""".formatted(alice, bob)));
        assertThat(outcome.path("losers")).isEqualTo(json("""
                {"count": 1, "first": [{"user_id": "%s", "currency": "GBP", "simulated": 18, "given": 24}]}""".formatted(carol)));
        assertThat(outcome.path("budget")).isEqualTo(json("""
                {"currency": "GBP", "budget": 200, "spent": 200, "exhausted_on": "2026-02-11",
                 "curve": [{"day": "2026-02-10", "spent": 180}, {"day": "2026-02-11", "spent": 200}]}"""));
        assertThat(outcome.path("left_out").findValuesAsString("what"))
                .containsExactly("quoted-lines", "claimed-orders", "unreadable-records");
    }

    @Test
    void findsTheSameEachTime() {
        assertThat(outcome()).isEqualTo(outcome());
    }

    @Test
    void leavesNoTraceButItsAnswer() {
        var before = await().atMost(Duration.ofSeconds(30)).until(this::traces, seen -> seen.equals(traces()));

        outcome();

        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void keepsWhatHasEndedWhenItIsToStop() {
        var path = ask();
        awaitEnd(path);

        assertThat(exchange(request(path, operator()).DELETE()).statusCode()).isEqualTo(204);

        assertThat(tree(get(path, operator())).path("state").asString()).isEqualTo("done");
    }

    /** The event that paid it, of that time, and the order it makes: the balance shows when it is booked. */
    private String buy(String user, String time) {
        var order = UUID.randomUUID().toString();
        var paid = new String(event("order-paid", order, user), UTF_8)
                .replace("2026-01-05T10:15:30Z", time)
                .replace("groceries", category);
        send("orders", user, paid.getBytes(UTF_8));
        awaitBalance(user, "estimated", 27);
        return order;
    }

    private void propose() {
        var draft = """
                {"title": "10 %% while it lasts", "category": "%s", "rate_basis_points": 1000, "currency": "GBP",
                 "budget": {"currency": "GBP", "minor": 200}, "valid_from": "2100-01-01T00:00:00Z"}""".formatted(category);
        var revision = tree(get(rulePath(), operator())).path("revision").asInt();
        var proposed = put(rulePath(), operator(), draft, "If-Match", "\"" + revision + "\"");
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(202);
    }

    private String rulePath() {
        return "/ops/rebates/rules/" + rule;
    }

    private JsonNode outcome() {
        return awaitEnd(ask()).path("outcome");
    }

    private String ask() {
        var body = "{\"rule_id\": \"%s\", \"from\": \"2026-02-10T00:00:00Z\", \"to\": \"2026-02-12T00:00:00Z\"}"
                .formatted(rule);
        var asked = exchange(request("/ops/rebates/simulations", operator())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        return asked.headers().firstValue("Location").orElseThrow();
    }

    private JsonNode awaitEnd(String path) {
        var answer = await().atMost(Duration.ofSeconds(60)).until(() -> get(path, operator()), SimulationIT::ended);
        assertThat(tree(answer).path("state").asString()).as(answer.body()).isEqualTo("done");
        return tree(answer);
    }

    private static boolean ended(HttpResponse<String> found) {
        return !List.of("queued", "running").contains(tree(found).path("state").asString());
    }

    /** All that anybody could notice: how far each topic goes, who reads, what shoppers have, and the rule. */
    private Map<String, Object> traces() {
        Map<String, Object> traces = new TreeMap<>(ends());
        traces.put("groups", groups());
        List.of(alice, bob, carol, dave).forEach(user -> traces.put(user, balance(user)));
        traces.put("rule", get(rulePath(), operator()).body());
        return traces;
    }

    private static Map<String, Long> ends() {
        return asking(admin -> {
            var partitions = admin.describeTopics(TOPICS).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            end -> end.getKey().toString(),
                            end -> end.getValue().offset()));
        });
    }

    private static List<String> groups() {
        return asking(admin -> admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .sorted()
                .toList());
    }

    private static <T> T asking(Question<T> question) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Backends.kafka().bootstrapServers());
        try (var admin = Admin.create(settings)) {
            return question.ask(admin);
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private interface Question<T> {

        T ask(Admin admin) throws InterruptedException, ExecutionException;
    }

    private static JsonNode json(String text) {
        return Contracts.tree(text.getBytes(UTF_8));
    }
}
