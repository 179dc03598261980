package com.rebatesuite.rebate.claim.web;

import static com.rebatesuite.rebate.Tokens.operator;
import static com.rebatesuite.rebate.Tokens.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.ToyLedger;
import com.rebatesuite.rebate.WebSlice;
import com.rebatesuite.rebate.claim.ClaimsSlice;
import org.jspecify.annotations.Nullable;
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
import tools.jackson.databind.JsonNode;

@WebSlice
@WebMvcTest(controllers = {ShopperClaimController.class, OperatorClaimController.class})
@Import(ClaimsSlice.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class ClaimControllerTest {

    private static final String BODY = """
            {"merchant": "bookshop", "external_number": "B-1", "purchased_at": "2026-01-02T09:00:00Z",
             "amount": {"currency": "GBP", "minor": 4200}, "note": "by phone"}""";
    private static final String GRANT = """
            {"granted": {"currency": "GBP", "minor": 126}, "reason": "seen the receipt"}""";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MockMvcTester http;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ToyLedger ledger;

    @Test
    void answersAClaimWithWhatStandsOfIt() {
        var answer = file("key", BODY);

        assertThat(answer).hasStatus(HttpStatus.CREATED).hasHeader("Location", "/api/rebates/claims/" + id(answer));
        assertThat(answer).bodyJson().isLenientlyEqualTo("""
                {"state": "open", "merchant": "bookshop", "external_number": "B-1", "note": "by phone",
                 "purchased_at": "2026-01-02T09:00:00Z", "amount": {"currency": "GBP", "minor": 4200}}""");
        var again = file("key", BODY);
        assertThat(again).hasStatus(HttpStatus.CREATED).hasHeader("Idempotency-Hit", "true");
        assertThat(ledger.commands.sent()).hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithAClaim() {
        file("key", BODY);

        assertProblem(file("key", BODY.replace("B-1", "B-2")), 422, "idempotency-key-reused");
        assertProblem(file("other", BODY), 409, "already-claimed");
        assertProblem(file("old", BODY.replace("B-1", "B-3").replace("2026", "2020")), 422, "purchase-out-of-range");
        assertProblem(file("", BODY), 400, "idempotency-key-missing");
        for (int i = 0; i < 19; i++) {
            assertThat(file("key-" + i, BODY.replace("B-1", "C-" + i))).hasStatus(HttpStatus.CREATED);
        }
        assertProblem(file("last", BODY.replace("B-1", "B-4")), 409, "too-many-claims");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bookshop|",
                "4200|0",
                "4200|-1",
                "GBP|gbp",
                "2026-01-02T09:00:00Z|yesterday",
                "merchant|shop",
                "amount|price",
                "B-1|' '"
            })
    void refusesWhatCannotBeAClaim(String what, @Nullable String by) {
        assertThat(file("key", BODY.replace(what, by == null ? "" : by))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(ledger.commands.sent()).isEmpty();
    }

    @Test
    void saysWhereToLookWhileTheOutcomeIsNotToBeSeen() {
        ledger.falls();
        assertThat(file("key", BODY)).hasStatus(HttpStatus.ACCEPTED).containsHeader("Location");

        ledger.commands.away(true);
        assertProblem(file("key", BODY), 503, "log-unavailable");
        ledger.views.away(true);
        assertProblem(file("key", BODY), 503, "store-unavailable");
    }

    @Test
    void showsShoppersTheirOwnAndOperatorsEverybodys() {
        var id = id(file("key", BODY));

        assertThat(get("/api/rebates/claims/" + id, "shopper-1"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("user_id");
        assertProblem(get("/api/rebates/claims/" + id, "shopper-2"), 404, "claim-not-found");
        assertThat(get("/api/rebates/claims", "shopper-2"))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
        assertThat(http.get().uri("/ops/rebates/claims/" + id).with(operator("olga")))
                .bodyJson()
                .extractingPath("$.user_id")
                .isEqualTo("shopper-1");
        assertThat(http.get().uri("/ops/rebates/claims/" + id).with(shopper("shopper-1")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(http.get().uri("/ops/rebates/claims/unknown").with(operator("olga")))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void listsAShoppersClaimsInPages() {
        for (int i = 0; i < 3; i++) {
            file("key-" + i, BODY.replace("B-1", "C-" + i));
        }

        var first = tree(get("/api/rebates/claims?page_size=2", "shopper-1"));
        assertThat(first.path("items").size()).isEqualTo(2);
        var next = first.path("next_cursor").asString();
        var last = tree(get("/api/rebates/claims?page_size=2&cursor=" + next, "shopper-1"));
        assertThat(last.path("items").size()).isEqualTo(1);
        assertThat(last.has("next_cursor")).isFalse();
        assertProblem(get("/api/rebates/claims?page_size=201", "shopper-1"), 400, "bad-page-size");
    }

    @Test
    void letsAnOperatorGrantWhatIsOpen() {
        var id = id(file("key", BODY));

        assertThat(http.get().uri("/ops/rebates/claims?state=open").with(operator("olga")))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .hasSize(1);
        assertThat(decide(id + "/decision?dry_run=true", GRANT))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"dry_run": true, "state": "granted", "bookings": [{"kind": "granted", "to": "available"}]}""");
        assertThat(decide(id + "/decision", GRANT)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"state": "granted", "decided_by": "olga", "granted": {"currency": "GBP", "minor": 126}}""");
        assertThat(decide(id + "/decision", GRANT)).hasStatusOk();
        assertProblem(decide(id + "/decision", GRANT.replace("126", "125")), 409, "already-decided");
        assertThat(http.get().uri("/ops/rebates/claims?state=open").with(operator("olga")))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    @Test
    void saysWhatIsWrongWithADecision() {
        var id = id(file("key", BODY));

        assertProblem(decide("unknown/decision", GRANT), 404, "claim-not-found");
        assertProblem(decide(id + "/decision", GRANT.replace("126", "4201")), 422, "granted-out-of-range");
        assertProblem(decide(id + "/decision", GRANT.replace("GBP", "EUR")), 422, "granted-out-of-range");
        assertProblem(decide(id + "/decision", "{\"reason\": \"too short\"}"), 400, "invalid-request");
        assertProblem(
                http.post()
                        .uri("/ops/rebates/claims/" + id + "/decision")
                        .with(operator("shopper-1"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(GRANT)
                        .exchange(),
                403,
                "same-person");
        assertThat(decide(id + "/decision", "{\"reason\": \"not a purchase of his\"}"))
                .hasStatusOk()
                .bodyText()
                .contains("refused");
    }

    private MvcTestResult file(String key, String body) {
        return http.post()
                .uri("/api/rebates/claims")
                .header("Idempotency-Key", key)
                .header("Prefer", "wait=0")
                .with(shopper("shopper-1"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult decide(String path, String body) {
        return http.post()
                .uri("/ops/rebates/claims/" + path)
                .with(operator("olga"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String uri, String subject) {
        return http.get().uri(uri).with(shopper(subject)).exchange();
    }

    private static String id(MvcTestResult answer) {
        return tree(answer).path("claim_id").asString();
    }

    private static JsonNode tree(MvcTestResult answer) {
        return Contracts.tree(answer.getResponse().getContentAsByteArray());
    }

    private static void assertProblem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
