package com.rebatesuite.rebate.simulation.web;

import static com.rebatesuite.rebate.Tokens.operator;
import static com.rebatesuite.rebate.Tokens.shopper;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.ToyLedger;
import com.rebatesuite.rebate.WebSlice;
import com.rebatesuite.rebate.earning.Basket;
import com.rebatesuite.rebate.earning.BasketLine;
import com.rebatesuite.rebate.rule.AppliedRules;
import com.rebatesuite.rebate.rule.Proposal;
import com.rebatesuite.rebate.rule.RebateRule;
import com.rebatesuite.rebate.rule.RuleFixture;
import com.rebatesuite.rebate.simulation.Fact;
import com.rebatesuite.rebate.simulation.InMemorySimulations;
import com.rebatesuite.rebate.simulation.Simulation;
import com.rebatesuite.rebate.simulation.SimulationSlice;
import com.rebatesuite.rebate.simulation.ToyFacts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebSlice
@WebMvcTest(controllers = SimulationController.class, properties = "simulation.waiting=1")
@Import(SimulationSlice.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
@SuppressWarnings("NullAway.Init")
class SimulationControllerTest {

    private static final String PATH = "/ops/rebates/simulations";
    private static final String BODY =
            "{\"rule_id\": \"tea\", \"from\": \"2026-01-05T00:00:00Z\", \"to\": \"2026-01-07T00:00:00Z\"}";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private AppliedRules rules;

    @Autowired
    private ToyFacts facts;

    @Autowired
    private InMemorySimulations simulations;

    @BeforeEach
    void haveAnApprovedRuleWithAProposal() {
        var proposed = RuleFixture.terms(draft -> draft.rate = 500);
        var proposal = new Proposal(proposed, false, null, RuleFixture.OLGA, RuleFixture.JANUARY);
        rules.apply("e-1", new RebateRule("tea", 1, List.of(RuleFixture.version(1, draft -> {})), proposal));
        rules.apply("e-2", RuleFixture.percent("mugs", null, null, 100));
        facts.are(paid());
    }

    @Test
    void takesAnExperimentAndShowsWhatCameOfIt() {
        var asked = ask(BODY);

        assertThat(asked).hasStatus(HttpStatus.ACCEPTED).hasHeader("Location", PATH + "/" + id(asked));
        assertThat(asked).bodyJson().isLenientlyEqualTo("""
                {"state": "queued", "rule_id": "tea", "from": "2026-01-05T00:00:00Z", "to": "2026-01-07T00:00:00Z",
                 "asked_by": "olga", "facts": 0}""");
        assertThat(awaitEnd(id(asked))).bodyJson().isLenientlyEqualTo("""
                {"state": "done", "facts": 1, "outcome": {
                  "totals": [{"currency": "GBP", "orders": 1, "simulated": 50, "given": 0}],
                  "days": [{"day": "2026-01-05", "currency": "GBP", "orders": 1, "simulated": 50, "given": 0}],
                  "winners": {"count": 1, "first": [{"user_id": "alice", "simulated": 50, "given": 0}]},
                  "losers": {"count": 0, "first": []},
                  "left_out": [{"what": "quoted-lines", "count": 0}, {"what": "claimed-orders", "count": 0},
                               {"what": "unreadable-records", "count": 0}]}}""");
    }

    @Test
    void triesTheRuleAsItIsWhenNothingIsProposed() {
        var asked = ask(BODY.replace("tea", "mugs"));

        assertThat(awaitEnd(id(asked))).bodyText().contains("\"state\":\"done\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"tea\"|\"\"|invalid-request|rule_id:  (expected: must not be blank)",
                "rule_id|rule|invalid-request|rule_id: null (expected: must not be blank)",
                "from|since|invalid-request|from: null (expected: must not be null)",
                "-07T|-04T|invalid-request|to: 2026-01-04T00:00:00Z (expected: after from, 2026-01-05T00:00:00Z)",
                "-07T|-05T|invalid-request|to: 2026-01-05T00:00:00Z (expected: after from, 2026-01-05T00:00:00Z)",
                "2026-01-07T00:00:00Z|tomorrow|unreadable-body|to: tomorrow (expected: a moment in UTC, such as 2026-01-05T10:15:30Z)"
            })
    void refusesWhatIsNoExperiment(String what, String by, String code, String detail) {
        var refused = ask(BODY.replace(what, by));

        assertProblem(refused, 400, code);
        assertThat(refused).bodyJson().extractingPath("$.detail").isEqualTo(detail);
    }

    @Test
    void knowsNoOtherRuleAndNoOtherSimulation() {
        var noRule = ask(BODY.replace("tea", "coffee"));
        assertProblem(noRule, 404, "rule-not-found");
        assertThat(noRule).bodyText().contains("no rule has the id coffee");
        assertProblem(get("nothing"), 404, "simulation-not-found");
        assertProblem(stop("nothing"), 404, "simulation-not-found");
    }

    @Test
    void refusesMoreThanMayWaitAndSaysWhenToTryAgain() {
        facts.hold();
        var running = id(ask(BODY));
        ask(BODY);

        var refused = ask(BODY);

        assertProblem(refused, 503, "too-many-simulations");
        assertThat(refused)
                .hasHeader("Retry-After", "30")
                .bodyJson()
                .extractingPath("$.retryable")
                .isEqualTo(true);
        assertThat(stop(running)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(get(running)).bodyText().contains("\"state\":\"stopped\"");
        assertThat(ask(BODY)).hasStatus(HttpStatus.ACCEPTED);
    }

    @Test
    void leavesWhatHasEndedAsItIs() {
        var asked = id(ask(BODY));
        awaitEnd(asked);

        assertThat(stop(asked)).hasStatus(HttpStatus.NO_CONTENT);

        assertThat(get(asked)).bodyText().contains("\"state\":\"done\"");
    }

    @Test
    void asksTheReplicaThatRunsItToStop() {
        simulations.save(elsewhere(ToyLedger.NOW));

        var stopping = stop("elsewhere");

        assertThat(stopping).hasStatus(HttpStatus.ACCEPTED).hasHeader("Location", PATH + "/elsewhere");
        assertThat(stopping).bodyText().contains("\"state\":\"running\"");
        assertThat(simulations.stopAsked("elsewhere")).isTrue();
    }

    @Test
    void showsAsAbandonedWhatIsNoLongerHeardOf() {
        simulations.save(elsewhere(ToyLedger.NOW.minusSeconds(31)));

        assertThat(get("elsewhere")).bodyJson().isLenientlyEqualTo("""
                {"state": "abandoned", "reason": "nothing was heard of its replica since %s: ask again"}""".formatted(ToyLedger.NOW.minusSeconds(31)));
        assertThat(stop("elsewhere")).hasStatus(HttpStatus.NO_CONTENT);
    }

    @Test
    void isForOperatorsAndSaysWhenTheStoreIsAway() {
        assertThat(http.get().uri(PATH + "/any").with(shopper("shopper-1")).exchange())
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(http.post()
                        .uri(PATH)
                        .with(shopper("shopper-1"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(BODY)
                        .exchange())
                .hasStatus(HttpStatus.FORBIDDEN);

        simulations.away(true);
        assertProblem(ask(BODY), 503, "store-unavailable");
        assertProblem(get("any"), 503, "store-unavailable");
        assertProblem(stop("any"), 503, "store-unavailable");
    }

    private MvcTestResult awaitEnd(String id) {
        return await().until(() -> get(id), answer -> body(answer).contains("\"state\":\"done\""));
    }

    private MvcTestResult ask(String body) {
        return http.post()
                .uri(PATH)
                .with(operator("olga"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String id) {
        return http.get().uri(PATH + "/" + id).with(operator("olga")).exchange();
    }

    private MvcTestResult stop(String id) {
        return http.delete().uri(PATH + "/" + id).with(operator("olga")).exchange();
    }

    private static String id(MvcTestResult answer) {
        return Contracts.MAPPER.readTree(body(answer)).path("simulation_id").asString();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }

    private static Simulation elsewhere(Instant heardOf) {
        var from = Instant.parse("2026-01-05T00:00:00Z");
        return new Simulation(
                "elsewhere",
                3,
                Simulation.State.RUNNING,
                "otto",
                heardOf,
                heardOf,
                "tea",
                from,
                from.plusSeconds(9),
                0,
                null,
                null);
    }

    private static Fact paid() {
        var line = new BasketLine(1, "TEA", "groceries", "own", 1, 1_000, null);
        var basket = new Basket("o-1", Instant.parse("2026-01-05T10:00:00Z"), "GBP", List.of(line));
        return new Fact.Paid("alice", basket, null, 0);
    }

    private static void assertProblem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
