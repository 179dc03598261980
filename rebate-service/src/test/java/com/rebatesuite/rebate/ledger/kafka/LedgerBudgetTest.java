package com.rebatesuite.rebate.ledger.kafka;

import static com.rebatesuite.rebate.ledger.kafka.LedgerDriver.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.platform.event.CloudEvent;
import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.budget.Campaign;
import com.rebatesuite.rebate.rule.RuleFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Campaign budgets over several partitions: the ledger's tasks are real, the authority is its decision alone. */
@SuppressWarnings("NullAway.Init")
class LedgerBudgetTest {

    private static final String RULE = "campaign";
    private static final int PARTITIONS = 3;

    @TempDir
    private Path state;

    private final List<LedgerDriver> ledgers = new ArrayList<>();
    private Campaign campaign = Campaign.untouched(RULE);
    private long budget = 1_000;

    @AfterEach
    void stop() {
        ledgers.forEach(LedgerDriver::close);
    }

    @Test
    void asksForBudgetWhenAnOrderNeedsItAndDecidesWhenItIsThere() {
        var ledger = start(1, 100).getFirst();
        pay(ledger, "alice", "order-1");

        assertThat(ledger.rebates.isEmpty()).isTrue();
        assertThat(ledger.meters.get("rebates.waiting").gauge().value()).isEqualTo(1);
        var request = ledger.requests.readKeyValue();
        assertThat(request.key).isEqualTo(RULE);
        Contracts.assertValid("budget-requested", request.value);
        assertThat(Contracts.tree(request.value).path("data").path("minor").asLong())
                .isEqualTo(27);

        answer(ledger, Contracts.tree(request.value).path("data"));
        assertThat(earned(ledger)).containsExactly("alice 27");
        assertThat(ledger.meters.get("rebates.waiting").gauge().value()).isZero();
        assertThat(ledger.requests.isEmpty()).isTrue();
    }

    @Test
    void spendsTheRestOfASliceWithoutAskingAgain() {
        budget = 10_000;
        var ledger = start(1, 100).getFirst();
        pay(ledger, "alice", "order-1");
        settle();
        pay(ledger, "bob", "order-2");

        assertThat(ledger.requests.isEmpty()).isTrue();
        assertThat(earned(ledger)).containsExactly("alice 27", "bob 27");
    }

    @Test
    void keepsTheOrderOfAShopperWhoWaitsAndDoesNotHoldUpTheOthers() {
        var ledger = start(1, 100).getFirst();
        pay(ledger, "alice", "order-1");
        ledger.orders.pipeInput("alice", event("order-completed", "order-1", "alice"));
        ledger.orders.pipeInput("alice", event("return-received", "order-1", "alice"));
        ledger.offers.pipeInput("bob", "no json".getBytes(UTF_8));
        ledger.orders.pipeInput("bob", event("order-paid", "order-2", "bob"));
        ledger.commands.pipeInput("carol", event("account-frozen", "order-3", "carol"));
        assertThat(recorded(ledger)).containsExactly("carol");

        settle();
        assertThat(recorded(ledger)).containsExactly("alice", "alice", "alice", "bob");
        assertThat(ledger.dead.getQueueSize()).isEqualTo(1);
    }

    @Test
    void decidesWithWhatThereIsWhenTheBudgetIsExhausted() {
        budget = 40;
        var ledger = start(1, 100).getFirst();
        pay(ledger, "alice", "order-1");
        settle();
        pay(ledger, "bob", "order-2");
        settle();
        pay(ledger, "carol", "order-3");

        assertThat(earned(ledger)).containsExactly("alice 27", "bob 13", "carol 0");
        assertThat(ledger.requests.isEmpty()).isTrue();
    }

    @Test
    void asksAgainWhenTheBudgetWasRaised() {
        budget = 20;
        var ledger = start(1, 100).getFirst();
        pay(ledger, "alice", "order-1");
        settle();

        budget = 1_000;
        ledger.rules.apply("raised", RuleFixture.rule(RULE, this::wording, this::wording));
        pay(ledger, "bob", "order-2");
        settle();
        assertThat(earned(ledger)).containsExactly("alice 20", "bob 27");
    }

    @Test
    void givesUnspentBudgetBackWhenTheRuleChanges() {
        budget = 100_000;
        var ledger = start(1, 100).getFirst();
        pay(ledger, "alice", "order-1");
        settle();
        ledger.pass(Duration.ofSeconds(10));
        assertThat(ledger.requests.isEmpty()).isTrue();
        assertThat(campaign.granted()).isGreaterThan(27);

        ledger.rules.apply("changed", RuleFixture.rule(RULE, this::wording, this::wording));
        ledger.pass(Duration.ofSeconds(10));
        settle();
        assertThat(campaign.granted()).isEqualTo(27);
    }

    @Test
    void decidesWithWhatThereIsWhenNoMoreMayWait() {
        var ledger = start(1, 3).getFirst();
        pay(ledger, "alice", "order-1");
        pay(ledger, "bob", "order-2");
        pay(ledger, "carol", "order-3");

        assertThat(earned(ledger)).containsExactly("carol 0");
        assertThat(ledger.count("rebates.waiting.cut")).isEqualTo(1);
        settle();
        assertThat(earned(ledger)).containsExactly("alice 27", "bob 27");
    }

    @Test
    void decidesWithWhatThereIsWhenTheWaitIsTooLong() {
        var ledger = start(1, 100).getFirst();
        pay(ledger, "alice", "order-1");

        ledger.pass(Duration.ofSeconds(50));
        assertThat(ledger.rebates.isEmpty()).isTrue();
        ledger.pass(Duration.ofSeconds(20));
        assertThat(earned(ledger)).containsExactly("alice 0");
        assertThat(ledger.count("rebates.waiting.cut")).isEqualTo(1);
        assertThat(ledger.meters.get("rebates.waiting").gauge().value()).isZero();

        settle();
        pay(ledger, "bob", "order-2");
        assertThat(earned(ledger)).containsExactly("bob 27");
    }

    /** Requests and grants overtake orders at random; and of what is there, all is spent. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void inv14_spendsTheBudgetToTheCentAndNeverMoreOverSeveralPartitions(long seed) {
        var random = new SplittableRandom(seed);
        budget = random.nextLong(50, 1_500);
        start(PARTITIONS, 1_000);
        for (int order = 0; order < 120; order++) {
            var ledger = ledgers.get(random.nextInt(PARTITIONS));
            pay(ledger, "shopper-" + random.nextInt(20), "order-" + order);
            if (random.nextInt(3) == 0) {
                settle(ledgers.get(random.nextInt(PARTITIONS)));
            }
        }
        settle();

        long spent = ledgers.stream().mapToLong(this::spent).sum();
        long unspent = ledgers.stream().mapToLong(this::unspent).sum();
        assertThat(spent).isLessThanOrEqualTo(budget);
        assertThat(spent + unspent).isEqualTo(campaign.granted());
        // 120 orders of 27 want more than there is: nothing is left but what lies where nobody came any more.
        assertThat(campaign.granted()).isEqualTo(budget);
        assertThat(unspent).isLessThan(27 * PARTITIONS);
        assertThat(ledgers)
                .allSatisfy(ledger -> assertThat(
                                ledger.meters.get("rebates.waiting").gauge().value())
                        .isZero());
    }

    private List<LedgerDriver> start(int partitions, int mostWaiting) {
        IntStream.range(0, partitions)
                .mapToObj(partition -> new LedgerDriver(
                        state.resolve("p" + partition), mostWaiting, RuleFixture.rule(RULE, this::wording)))
                .forEach(ledgers::add);
        return ledgers;
    }

    private void wording(RuleFixture.Draft draft) {
        draft.category = "groceries";
        draft.rate = 300;
        draft.budget = budget;
    }

    private void pay(LedgerDriver ledger, String user, String order) {
        ledger.orders.pipeInput(user, event("order-paid", order, user));
    }

    private static byte[] event(String type, String order, String user) {
        return text(type, order + type)
                .replace("019b76da-a800-7000-8000-000000000001", order)
                .replace("shopper-1", user)
                .getBytes(UTF_8);
    }

    /** All that is asked is answered, until nobody asks any more. */
    private void settle() {
        boolean asked = true;
        while (asked) {
            asked = false;
            for (var ledger : ledgers) {
                asked |= settle(ledger);
            }
        }
    }

    private boolean settle(LedgerDriver ledger) {
        var requests = ledger.requests.readValuesToList();
        requests.forEach(request -> answer(ledger, Contracts.tree(request).path("data")));
        return !requests.isEmpty();
    }

    private void answer(LedgerDriver ledger, JsonNode request) {
        long minor = request.path("minor").asLong();
        if (minor < 0) {
            campaign = campaign.givenBack(-minor);
            return;
        }
        var grant = campaign.grant(minor, budget, PARTITIONS);
        campaign = campaign.after(grant);
        var message = new GrantedMessage(
                RULE,
                ledger.rules.find(RULE).orElseThrow().latest().orElseThrow().version(),
                request.path("number").asInt(),
                grant.minor(),
                grant.exhausted());
        var event = CloudEvent.of("grant", "/rebate-service", GrantedMessage.TYPE, LedgerDriver.NOW, RULE, message);
        ledger.grants.pipeInput("0", Contracts.MAPPER.writeValueAsBytes(event));
    }

    private long spent(LedgerDriver ledger) {
        return ledger.recordings().stream()
                .flatMap(event -> event.path("data").path("entries").valueStream())
                .mapToLong(entry -> entry.path("amount").path("minor").asLong())
                .sum();
    }

    private long unspent(LedgerDriver ledger) {
        ledger.rules.apply("over", RuleFixture.rule(RULE, this::wording, this::wording));
        ledger.pass(Duration.ofSeconds(10));
        return ledger.requests.readValuesToList().stream()
                .mapToLong(request ->
                        -Contracts.tree(request).path("data").path("minor").asLong())
                .sum();
    }

    private static List<String> earned(LedgerDriver ledger) {
        return ledger.recordings().stream()
                .map(event -> event.path("data"))
                .map(data -> data.path("user_id").asString() + " "
                        + data.path("entries")
                                .path(0)
                                .path("amount")
                                .path("minor")
                                .asLong())
                .toList();
    }

    private static List<String> recorded(LedgerDriver ledger) {
        return ledger.recordings().stream()
                .map(event -> event.path("data").path("user_id").asString())
                .toList();
    }

    @Test
    void readsAndWritesWhatTheContractsShow() {
        var granted = Contracts.MAPPER.treeToValue(
                Contracts.tree(Contracts.example("budget-granted").getBytes(UTF_8))
                        .path("data"),
                GrantedMessage.class);
        assertThat(granted).isEqualTo(new GrantedMessage("groceries-3", 1, 1, 2_500, false));
        var requested = new RequestedMessage("groceries-3", 1, 3, 1, 2_500);
        assertThat(Contracts.tree(Contracts.MAPPER.writeValueAsBytes(requested)))
                .isEqualTo(Contracts.tree(Contracts.example("budget-requested").getBytes(UTF_8))
                        .path("data"));
    }
}
