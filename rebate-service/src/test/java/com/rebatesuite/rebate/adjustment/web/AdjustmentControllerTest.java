package com.rebatesuite.rebate.adjustment.web;

import static com.rebatesuite.rebate.Tokens.operator;
import static com.rebatesuite.rebate.Tokens.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.ToyLedger;
import com.rebatesuite.rebate.WebSlice;
import com.rebatesuite.rebate.adjustment.DecideAdjustment;
import com.rebatesuite.rebate.adjustment.ProposeAdjustment;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebSlice
@WebMvcTest(controllers = {AdjustmentController.class, DecisionController.class})
@Import({ProposeAdjustment.class, DecideAdjustment.class})
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class AdjustmentControllerTest {

    private static final String BODY = """
            {"amount": {"currency": "GBP", "minor": 250}, "reason": "goodwill for a late parcel"}""";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MockMvcTester http;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ToyLedger ledger;

    @BeforeEach
    void haveAShopper() {
        ledger.give("shopper-1", 100);
    }

    @Test
    void answersAProposalWithWhatStandsOfIt() {
        var answer = propose("key", BODY);

        assertThat(answer)
                .hasStatus(HttpStatus.CREATED)
                .hasHeader("Location", "/ops/rebates/adjustments/" + id(answer));
        assertThat(answer).bodyJson().isLenientlyEqualTo("""
                        {"user_id": "shopper-1", "version": 2, "state": "proposed", "proposed_by": "olga",
                         "amount": {"currency": "GBP", "minor": 250}, "reason": "goodwill for a late parcel",
                         "proposed_at": "2026-01-05T10:15:30Z"}""");
        assertThat(get("/ops/rebates/adjustments/" + id(answer))).hasStatusOk();
    }

    @Test
    void answersARepeatAsTheFirstTime() {
        var first = propose("key", BODY);
        var again = propose("key", BODY);

        assertThat(again).hasStatus(HttpStatus.CREATED).hasHeader("Idempotency-Hit", "true");
        assertThat(id(again)).isEqualTo(id(first));
        assertThat(first).doesNotContainHeader("Idempotency-Hit");
        assertThat(ledger.commands.sent()).hasSize(1);
    }

    @Test
    void refusesAKeyThatStandsForAnotherProposal() {
        propose("key", BODY);

        assertProblem(propose("key", BODY.replace("250", "251")), 422, "idempotency-key-reused");
    }

    @Test
    void wantsAKeyOfSensibleLength() {
        var without =
                http.post().uri("/ops/rebates/users/shopper-1/adjustments").with(operator("olga"));

        assertProblem(exchange(without, BODY), 400, "idempotency-key-missing");
        assertProblem(propose("k".repeat(129), BODY), 400, "idempotency-key-too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\": {\"currency\": \"GBP\", \"minor\": 0}, \"reason\": \"long enough to read\"}",
                "{\"amount\": {\"currency\": \"GBP\", \"minor\": 1000000001}, \"reason\": \"long enough to read\"}",
                "{\"amount\": {\"currency\": \"pounds\", \"minor\": 1}, \"reason\": \"long enough to read\"}",
                "{\"amount\": {\"currency\": \"GBP\"}, \"reason\": \"long enough to read\"}",
                "{\"amount\": {\"currency\": \"GBP\", \"minor\": 1}, \"reason\": \"  short    \"}",
                "{\"amount\": {\"currency\": \"GBP\", \"minor\": 1}}",
                "{\"reason\": \"long enough to read\"}"
            })
    void refusesWhatCannotBeAProposal(String body) {
        assertProblem(propose("key", body), 400, "invalid-request");
        assertThat(ledger.commands.sent()).isEmpty();
    }

    @Test
    void saysOfAnAmountOfNothingWhatItMustBe() {
        var nothing = "{\"amount\": {\"currency\": \"GBP\", \"minor\": 0}, \"reason\": \"long enough to read\"}";

        assertThat(propose("key", nothing))
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("amount: minor must not be 0");
    }

    @Test
    void proposesNothingForAShopperOfWhomNothingIsKnown() {
        var stranger = http.post()
                .uri("/ops/rebates/users/stranger/adjustments")
                .header("Idempotency-Key", "key")
                .with(operator("olga"));

        assertProblem(exchange(stranger, BODY), 404, "account-not-found");
    }

    @Test
    void saysWhereToLookWhileTheOutcomeIsNotToBeSeen() {
        ledger.falls();

        assertThat(propose("key", BODY)).hasStatus(HttpStatus.ACCEPTED).containsHeader("Location");
        assertProblem(get("/ops/rebates/adjustments/unknown"), 404, "adjustment-not-found");
    }

    @Test
    void asksToComeAgainWhileTheLogIsAway() {
        ledger.commands.away(true);

        assertProblem(propose("key", BODY), 503, "log-unavailable");
    }

    @Test
    void asksToComeAgainWhileTheStoreIsAway() {
        ledger.views.away(true);

        assertProblem(propose("key", BODY), 503, "store-unavailable");
    }

    @Test
    void saysWhatAProposalWouldBookAndProposesNothing() {
        var answer = exchange(
                http.post()
                        .uri("/ops/rebates/users/shopper-1/adjustments?dry_run=true")
                        .header("Idempotency-Key", "key")
                        .with(operator("olga")),
                BODY);

        assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"dry_run": true, "bookable": true, "before": {"available": 100}, "after": {"available": 350},
                 "bookings": [{"kind": "adjusted", "from": "house", "to": "available", "minor": 250}]}""");
        assertThat(ledger.commands.sent()).isEmpty();
    }

    @Test
    void booksWhenASecondOperatorApproves() {
        var id = id(propose("key", BODY));

        assertProblem(decide(id, "approval", "olga"), 403, "same-person");
        assertThat(decide(id, "approval?dry_run=true", "oscar"))
                .hasStatusOk()
                .bodyText()
                .contains("\"dry_run\":true");
        var approved = decide(id, "approval", "oscar");
        assertThat(approved).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"state": "booked", "decided_by": "oscar"}""");
        assertThat(decide(id, "approval", "oscar")).hasStatusOk();
        assertProblem(decide(id, "refusal", "oscar"), 409, "already-decided");
        assertThat(ledger.views.account("shopper-1").balances().getFirst().available())
                .isEqualTo(350);
    }

    @Test
    void booksNothingWhenASecondOperatorRefuses() {
        var id = id(propose("key", BODY));

        assertThat(decide(id, "refusal", "oscar")).hasStatusOk();
        assertProblem(decide(id, "approval", "otto"), 409, "already-decided");
        assertProblem(decide("unknown", "approval", "otto"), 404, "adjustment-not-found");
        assertThat(ledger.views.account("shopper-1").balances().getFirst().available())
                .isEqualTo(100);
    }

    @Test
    void takesNothingThatIsNotThere() {
        var id = id(propose("key", BODY.replace("250", "-101")));

        assertProblem(decide(id, "approval", "oscar"), 409, "not-available");
    }

    @Test
    void listsWhatWaitsForASecondOperatorInPages() {
        for (int i = 0; i < 5; i++) {
            propose("key-" + i, BODY);
        }
        decide(id(propose("key-0", BODY)), "approval", "oscar");

        var first = get("/ops/rebates/adjustments?state=proposed&page_size=3");
        assertThat(first)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .hasSize(3);
        var cursor = first.getResponse().getContentAsByteArray();
        var next = Contracts.tree(cursor).path("next_cursor").asString();
        var second = get("/ops/rebates/adjustments?state=proposed&page_size=3&cursor=" + next);
        assertThat(second).bodyJson().extractingPath("$.items").asArray().hasSize(1);
        assertThat(get("/ops/rebates/adjustments?from=2025-01-01&to=2025-02-01"))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    @Test
    void refusesPagesThereAreNot() {
        assertProblem(get("/ops/rebates/adjustments?page_size=0"), 400, "bad-page-size");
        assertProblem(get("/ops/rebates/adjustments?cursor=%21"), 400, "bad-cursor");
        assertProblem(get("/ops/rebates/adjustments?state=odd"), 400, "bad-state");
        assertProblem(get("/ops/rebates/adjustments?from=2026-01-02&to=2026-01-01"), 400, "bad-days");
        assertProblem(get("/ops/rebates/adjustments?from=yesterday"), 400, "invalid-request");
    }

    @Test
    void letsInOperatorsOnly() {
        assertThat(http.get().uri("/ops/rebates/adjustments").with(shopper("shopper-1")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(http.get().uri("/ops/rebates/adjustments")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    private MvcTestResult propose(String key, String body) {
        return exchange(
                http.post()
                        .uri("/ops/rebates/users/shopper-1/adjustments")
                        .header("Idempotency-Key", key)
                        .header("Prefer", "wait=0")
                        .with(operator("olga")),
                body);
    }

    private MvcTestResult decide(String id, String decision, String by) {
        return http.post()
                .uri("/ops/rebates/adjustments/" + id + "/" + decision)
                .with(operator(by))
                .exchange();
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(URI.create(uri)).with(operator("olga")).exchange();
    }

    private static MvcTestResult exchange(MockMvcRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private static String id(MvcTestResult answer) {
        return Contracts.tree(answer.getResponse().getContentAsByteArray())
                .path("adjustment_id")
                .asString();
    }

    private static void assertProblem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
