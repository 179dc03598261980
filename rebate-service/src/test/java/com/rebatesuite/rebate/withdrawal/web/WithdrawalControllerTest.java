package com.rebatesuite.rebate.withdrawal.web;

import static com.rebatesuite.rebate.withdrawal.Callers.operator;
import static com.rebatesuite.rebate.withdrawal.Callers.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.withdrawal.MoneySlice;
import com.rebatesuite.rebate.withdrawal.WithdrawalLedger;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(WithdrawalController.class)
@MoneySlice
class WithdrawalControllerTest {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MockMvcTester http;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private WithdrawalLedger ledger;

    private String ada = "";

    @BeforeEach
    void beSomebodyNew() {
        ada = "ada-" + UUID.randomUUID();
        ledger.catchesUp();
        ledger.commands.away(false);
        ledger.views.away(false);
    }

    @Test
    void answersAHeldWithdrawalWithItsPlaceAndAMaskedAccount() {
        ledger.rich(ada, 1500);

        var answer = request("k1", 1000);

        assertThat(answer).hasStatus(201).bodyJson().extractingPath("$.state").isEqualTo("held");
        assertThat(answer).bodyJson().extractingPath("$.method.account").isEqualTo("GB****6819");
        assertThat(answer).bodyText().doesNotContain("NWBK").doesNotContain("fingerprint");
        assertThat(answer).doesNotContainHeader("Idempotency-Hit");
        assertThat(get(location(answer))).hasStatusOk().bodyText().isEqualTo(body(answer));
    }

    /** In tests the clock stands still, so what came first is told apart by hand. */
    @Test
    void repeatsTheFirstAnswerWhateverCameAfter() {
        ledger.rich(ada, 1500);
        var first = request("k1", 1000);
        ledger.later();
        ledger.pay(location(first).substring("/api/rebates/withdrawals/".length()));

        var again = request("k1", 1000);

        assertThat(again).hasStatus(201).hasHeader("Idempotency-Hit", "true");
        assertThat(body(again)).isEqualTo(body(first));
        assertThat(get(location(first))).bodyJson().extractingPath("$.state").isEqualTo("paid");
        assertThat(ledger.money(ada)).containsExactly(500L, 0L, 1000L);
    }

    @Test
    void wantsAKeyOfTheCallersChoice() {
        assertThat(http.post()
                        .uri("/api/rebates/withdrawals")
                        .with(shopper(ada))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(amount(1000)))
                .hasStatus(400)
                .bodyText()
                .contains("idempotency-key-missing");
        assertThat(request("k".repeat(129), 1000)).hasStatus(400).bodyText().contains("idempotency-key-too-long");
        assertThat(ledger.money(ada)).containsExactly(0L, 0L, 0L);
    }

    @Test
    void refusesAKeyThatStandsForAnotherAmount() {
        ledger.rich(ada, 1500);
        request("k1", 1000);

        assertThat(request("k1", 500)).hasStatus(422).bodyText().contains("idempotency-key-reused");
    }

    @Test
    void saysWhatIsAvailableWhenItIsLess() {
        ledger.rich(ada, 900);

        var answer = request("k1", 1000);

        assertThat(answer).hasStatus(409).bodyJson().extractingPath("$.code").isEqualTo("not-available");
        assertThat(answer).bodyJson().extractingPath("$.available.minor").isEqualTo(900);
        assertThat(answer).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        ledger.later();
        assertThat(request("k1", 1000)).hasStatus(409).hasHeader("Idempotency-Hit", "true");
    }

    @Test
    void saysWhereToLookWhenTheLedgerIsLate() {
        ledger.rich(ada, 1500);
        ledger.isLate();

        var answer = request("k1", 1000);

        assertThat(answer).hasStatus(202).bodyText().isEmpty();
        assertThat(get(location(answer)))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.retryable")
                .isEqualTo(true);
        ledger.catchesUp();
        assertThat(get(location(answer))).hasStatusOk();
    }

    @Test
    void triesOutWithoutAnyEffect() {
        ledger.rich(ada, 1500);

        assertThat(dryRun(1000)).hasStatus(204).bodyText().isEmpty();
        assertThat(dryRun(499)).hasStatus(422).bodyText().contains("below-minimum");
        assertThat(dryRun(1501)).hasStatus(409).bodyText().contains("not-available");
        ledger.rests(ada, Duration.ofHours(1));
        assertThat(dryRun(1000)).hasStatus(409).bodyText().contains("payout-method-held");
        assertThat(ledger.money(ada)).containsExactly(1500L, 0L, 0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"amount\":{}}",
                "{\"amount\":{\"currency\":\"GBP\",\"minor\":0}}",
                "{\"amount\":{\"currency\":\"GBP\",\"minor\":-1}}",
                "{\"amount\":{\"currency\":\"pounds\",\"minor\":500}}",
                "{\"amount\":{\"currency\":\"GBP\",\"minor\":1e30}}",
                "{\"amount\":{\"currency\":\"GBP\",\"minor\":\"much\"}}"
            })
    void refusesWhatIsNoAmount(String body) {
        assertThat(post("k1", body)).hasStatus(400);
    }

    @Test
    void saysThatALogIsAwayAndCountsTheRepeatOnce() {
        ledger.rich(ada, 1500);
        ledger.commands.away(true);

        assertThat(request("k1", 1000))
                .hasStatus(503)
                .hasHeader("Retry-After", "5")
                .bodyText()
                .contains("log-unavailable");
        ledger.commands.away(false);
        assertThat(request("k1", 1000)).hasStatus(201);
    }

    @Test
    void saysThatTheStoreIsAway() {
        ledger.views.away(true);

        assertThat(request("k1", 1000)).hasStatus(503).bodyText().contains("store-unavailable");
    }

    @Test
    void showsAShopperHisOwnOnly() {
        ledger.rich(ada, 1500);
        var place = location(request("k1", 1000));

        assertThat(http.get().uri(place).with(shopper("bob"))).hasStatus(404);
        assertThat(get("/api/rebates/withdrawals/no-such")).hasStatus(404);
        assertThat(http.get().uri(place).with(operator("olga"))).hasStatus(403);
        assertThat(http.get().uri(place)).hasStatus(401);
    }

    @Test
    void listsInPages() {
        ledger.rich(ada, 5000);
        for (int i = 0; i < 5; i++) {
            ledger.later();
            request("k" + i, 500 + i);
        }

        var first = get("/api/rebates/withdrawals?page_size=3");
        assertThat(first)
                .bodyJson()
                .extractingPath("$.items[*].amount.minor")
                .asArray()
                .containsExactly(504, 503, 502);
        assertThat(get("/api/rebates/withdrawals?page_size=3&cursor=" + cursor(first)))
                .bodyJson()
                .extractingPath("$.items[*].amount.minor")
                .asArray()
                .containsExactly(501, 500);
        assertThat(get("/api/rebates/withdrawals?page_size=0"))
                .hasStatus(400)
                .bodyText()
                .contains("bad-page-size");
        assertThat(get("/api/rebates/withdrawals?cursor=rubbish"))
                .hasStatus(400)
                .bodyText()
                .contains("bad-cursor");
    }

    private MvcTestResult request(String key, long minor) {
        return post(key, amount(minor));
    }

    private MvcTestResult post(String key, String body) {
        return http.post()
                .uri("/api/rebates/withdrawals")
                .with(shopper(ada))
                .header("Idempotency-Key", key)
                .header("Prefer", "wait=0")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult dryRun(long minor) {
        return http.post()
                .uri("/api/rebates/withdrawals?dry_run=true")
                .with(shopper(ada))
                .header("Idempotency-Key", "dry-" + minor)
                .contentType(MediaType.APPLICATION_JSON)
                .content(amount(minor))
                .exchange();
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).with(shopper(ada)).exchange();
    }

    private static String location(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }

    private static String cursor(MvcTestResult answer) {
        return body(answer).replaceFirst("(?s).*\"next_cursor\":\"([^\"]*)\".*", "$1");
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String amount(long minor) {
        return "{\"amount\":{\"currency\":\"GBP\",\"minor\":" + minor + "}}";
    }
}
