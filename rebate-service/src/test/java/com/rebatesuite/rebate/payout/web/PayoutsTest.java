package com.rebatesuite.rebate.payout.web;

import static com.rebatesuite.rebate.withdrawal.Callers.operator;
import static com.rebatesuite.rebate.withdrawal.Callers.shopper;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.platform.webhook.WebhookSecret;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.withdrawal.MoneySlice;
import com.rebatesuite.rebate.withdrawal.WithdrawalLedger;
import com.rebatesuite.rebate.withdrawal.WithdrawalRequested;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What finance and the payout provider do over HTTP; each test on a day of its own. */
@WebMvcTest(
        controllers = {PayoutBatchController.class, PayoutResultsController.class, PayoutWebhookController.class},
        properties = "payout.webhook.secrets=" + PayoutsTest.SECRET)
@MoneySlice
class PayoutsTest {

    static final String SECRET = "whsec_bG9jYWwtcGF5b3V0LXdlYmhvb2stc2VjcmV0";
    private static final String BATCHES = "/ops/rebates/payout-batches";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final AtomicInteger DAYS = new AtomicInteger();

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MockMvcTester http;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private WithdrawalLedger ledger;

    private LocalDate day = LocalDate.EPOCH;
    private String ada = "";

    @BeforeEach
    void beSomebodyNewOnANewDay() {
        ada = "ada-" + UUID.randomUUID();
        day = LocalDate.of(2025, 6, 1).plusDays(DAYS.incrementAndGet());
        ledger.catchesUp();
        ledger.commands.away(false);
        ledger.rich(ada, 100_000);
    }

    @Test
    void makesABatchOfWhatIsOpenAndEachWithdrawalIsInOne() {
        var first = withdraw(1050);
        var second = withdraw(2000);

        var batch = make("k1");

        assertThat(batch)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.totals[0].minor")
                .isEqualTo(3050);
        assertThat(batch)
                .bodyJson()
                .extractingPath("$.withdrawals[*].withdrawal_id")
                .asArray()
                .containsExactly(first, second);
        assertThat(batch).bodyText().contains("GB****6819").doesNotContain("NWBK");
        assertThat(make("k2")).hasStatus(409).bodyText().contains("nothing-open");
    }

    @Test
    void makesItOnceForAKey() {
        withdraw(1050);
        var batch = make("k1");
        withdraw(2000);

        var again = make("k1");

        assertThat(again).hasStatus(201).hasHeader("Idempotency-Hit", "true");
        assertThat(body(again)).isEqualTo(body(batch));
        assertThat(make("k1", "\"most\": 7")).hasStatus(422).bodyText().contains("idempotency-key-reused");
        assertThat(make("k2"))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.totals[0].minor")
                .isEqualTo(2000);
    }

    @Test
    void takesNoMoreThanItIsAskedTo() {
        for (int i = 0; i < 5; i++) {
            withdraw(1000);
        }

        assertThat(make("k1", "\"most\": 3"))
                .bodyJson()
                .extractingPath("$.states.held")
                .isEqualTo(3);
        assertThat(make("k2", "\"most\": 3"))
                .bodyJson()
                .extractingPath("$.states.held")
                .isEqualTo(2);
    }

    @Test
    void wantsAKeyAndASelectionThatCanBe() {
        assertThat(http.post()
                        .uri(BATCHES)
                        .with(operator("olga"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(400)
                .bodyText()
                .contains("idempotency-key-missing");
        assertThat(make("k1", "\"most\": 0")).hasStatus(400);
        assertThat(make("k1", "\"most\": 1001")).hasStatus(400);
        assertThat(post(BATCHES, "k1", "{\"from\":\"2025-02-01\",\"to\":\"2025-01-01\"}"))
                .hasStatus(400);
        assertThat(http.post()
                        .uri(BATCHES)
                        .with(shopper(ada))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(403);
    }

    @Test
    void saysWhereToLookWhenTheLedgerIsLate() {
        withdraw(1000);
        ledger.isLate();

        var answer = make("k1");

        assertThat(answer).hasStatus(202);
        assertThat(get(location(answer))).hasStatus(404).bodyText().contains("batch-not-found");
        ledger.catchesUp();
        assertThat(get(location(answer))).hasStatusOk();
    }

    @Test
    void listsBatchesByTheirDayAndEachOnce() {
        withdraw(1000);
        make("k1");
        withdraw(1001);
        make("k2");

        var first = get(BATCHES + "?from=" + day + "&to=" + day + "&page_size=1");
        var second = get(BATCHES + "?from=" + day + "&to=" + day + "&page_size=1&cursor=" + cursor(first));

        assertThat(body(first) + body(second)).contains("\"minor\":1000", "\"minor\":1001");
        assertThat(first).bodyJson().doesNotHavePath("$.items[0].withdrawals");
        assertThat(get(BATCHES + "?page_size=51")).hasStatus(400);
    }

    @Test
    void givesTheBankAFileWithWholeAccountsAndOnlyWhatIsStillToBePaid() {
        var paid = withdraw(1000);
        var open = withdraw(2050);
        var place = location(make("k1"));
        ledger.pay(paid);

        var file = http.get().uri(place).with(operator("olga")).accept(CSV).exchange();

        assertThat(file).hasStatusOk().hasContentType(CSV);
        assertThat(body(file))
                .isEqualTo("withdrawal_id,kind,account,holder,currency,amount,reference\r\n" + open
                        + ",iban,GB29NWBK60161331926819,Ada Shopper,GBP,20.50," + open.replace("-", "") + "\r\n");
        assertThat(http.get().uri(BATCHES + "/none").with(operator("olga")).accept(CSV))
                .hasStatus(404);
        assertThat(http.get().uri(place).with(operator("olga"))).hasContentType(MediaType.APPLICATION_JSON);
    }

    @Test
    void booksTheGoodLinesOfAFileAndAnswersEach() {
        var paid = withdraw(1000);
        var failed = withdraw(2000);
        var place = location(make("k1"));
        var file =
                "withdrawal_id,result,detail\n%s,paid,bank-1\n%s,failed,closed\nother,paid,x\n%s,failed,x\n%s,lost,\n"
                        .formatted(paid, failed, paid, failed);

        var answer = report(place, file);

        assertThat(answer).hasStatusOk();
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.lines[*].status")
                .asArray()
                .containsExactly("done", "done", "refused", "refused", "refused");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.lines[*].code")
                .asArray()
                .containsExactly("not-in-batch", "withdrawal-paid", "bad-line");
        assertThat(ledger.money(ada)).containsExactly(99_000L, 0L, 1000L);
        assertThat(report(place, file))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.lines[*].status")
                .asArray()
                .startsWith("repeated", "repeated");
        assertThat(ledger.money(ada)).containsExactly(99_000L, 0L, 1000L);
    }

    @Test
    void takesResultsAsJson() {
        var paid = withdraw(1000);
        var place = location(make("k1"));

        var answer = post(
                place + "/results",
                "unused",
                "{\"results\":[{\"withdrawal_id\":\"" + paid + "\",\"result\":\"paid\",\"detail\":\"b\"},{}]}");

        assertThat(answer).hasStatusOk().bodyJson().extractingPath("$.done").isEqualTo(1);
        assertThat(answer).bodyJson().extractingPath("$.refused").isEqualTo(1);
        assertThat(post(place + "/results", "unused", "{\"results\":[]}")).hasStatus(400);
    }

    @Test
    void saysWhatWillBeBookedWhenTheLedgerIsLate() {
        var paid = withdraw(1000);
        var place = location(make("k1"));
        ledger.isLate();

        assertThat(report(place, "withdrawal_id,result,detail\n" + paid + ",paid,b"))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.accepted")
                .isEqualTo(1);
    }

    @Test
    void refusesFilesThatAreNone() {
        withdraw(1000);
        var place = location(make("k1"));

        assertThat(report(place, "rubbish")).hasStatus(400).bodyText().contains("unreadable-file");
        assertThat(report(BATCHES + "/none", "withdrawal_id,result,detail\nx,paid,b"))
                .hasStatus(404);
        assertThat(report(place, "x".repeat((1 << 20) + 1))).hasStatus(413);
        assertThat(http.post()
                        .uri(place + "/results")
                        .with(operator("olga"))
                        .contentType(MediaType.APPLICATION_XML)
                        .content("<x/>"))
                .hasStatus(415);
    }

    @Test
    void returnsTheMoneyOfAFailedPayoutOnceHoweverOftenTheProviderSaysSo() {
        var id = withdraw(1000);
        make("k1");

        assertThat(webhook(id, "payout.failed", "\"reason\":\"closed\"")).hasStatusOk();
        assertThat(webhook(id, "payout.failed", "\"reason\":\"closed\"")).hasStatusOk();

        assertThat(ledger.money(ada)).containsExactly(100_000L, 0L, 0L);
        assertThat(webhook(id, "payout.paid", "\"reference\":\"b\""))
                .hasStatus(409)
                .bodyText()
                .contains("contradicts");
        assertThat(ledger.money(ada)).containsExactly(100_000L, 0L, 0L);
    }

    @Test
    void paysOnce() {
        var id = withdraw(1000);

        assertThat(webhook(id, "payout.paid", "\"reference\":\"b\"")).hasStatusOk();
        assertThat(webhook(id, "payout.paid", "\"reference\":\"b\"")).hasStatusOk();

        assertThat(ledger.money(ada)).containsExactly(99_000L, 0L, 1000L);
    }

    @Test
    void doesNotListenToWhoCannotSign() {
        var id = withdraw(1000);
        var body = message(id, "payout.paid", "\"reference\":\"b\"");
        var now = ledger.clock().instant();
        var foreign = new WebhookSecret("whsec_Zm9yZWlnbi13ZWJob29rLXNlY3JldC4uLg==");

        assertThat(send("m1", now, body, foreign.sign("m1", seconds(now), body.getBytes(UTF_8))))
                .hasStatus(401)
                .bodyText()
                .contains("bad-signature");
        assertThat(send("m1", now, body, sign("m1", now, body + " "))).hasStatus(401);
        assertThat(send("m1", now, body, sign("m2", now, body))).hasStatus(401);
        for (var when : new Instant[] {now.minusSeconds(301), now.plusSeconds(301)}) {
            assertThat(send("m1", when, body, sign("m1", when, body))).hasStatus(401);
        }
        assertThat(http.post().uri("/webhooks/payouts").content(body)).hasStatus(400);
        assertThat(ledger.money(ada)).containsExactly(99_000L, 1000L, 0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rubbish",
                "[]",
                "{\"type\":\"payout.paid\"}",
                "{\"type\":\"payout.paid\",\"data\":{\"withdrawal_id\":\"x\"}}",
                "{\"type\":\"payout.failed\",\"data\":{\"withdrawal_id\":\"x\",\"reason\":\" \"}}"
            })
    void refusesASignedMessageThatSaysNothing(String body) {
        var now = ledger.clock().instant();

        assertThat(send("m1", now, body, sign("m1", now, body))).hasStatus(400);
    }

    @Test
    void doesNotKnowEveryWithdrawalAndNotEveryMessage() {
        assertThat(webhook("no-such", "payout.paid", "\"reference\":\"b\"")).hasStatus(404);
        assertThat(webhook("no-such", "payout.opened", "\"x\":1")).hasStatusOk();
    }

    @Test
    void letsTheProviderComeAgainWhileItCannotWriteItDown() {
        var id = withdraw(1000);
        ledger.commands.away(true);

        assertThat(webhook(id, "payout.paid", "\"reference\":\"b\"")).hasStatus(503);
        ledger.commands.away(false);
        assertThat(webhook(id, "payout.paid", "\"reference\":\"b\"")).hasStatusOk();
    }

    private String withdraw(long minor) {
        var key = new IdempotencyKey(UUID.randomUUID().toString());
        var at = day.atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plusSeconds(ledger.commands.sent().size());
        var wanted = WithdrawalRequested.of(key, ada, new MoneyView("GBP", minor), at);
        ledger.commands.send(wanted);
        return wanted.withdrawalId();
    }

    private MvcTestResult make(String key) {
        return make(key, "\"most\": 500");
    }

    private MvcTestResult make(String key, String more) {
        return post(BATCHES, ada + key, "{\"from\":\"" + day + "\",\"to\":\"" + day + "\"," + more + "}");
    }

    private MvcTestResult post(String path, String key, String body) {
        return http.post()
                .uri(path)
                .with(operator("olga"))
                .header("Idempotency-Key", key)
                .header("Prefer", "wait=0")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult report(String place, String file) {
        return http.post()
                .uri(place + "/results")
                .with(operator("olga"))
                .header("Prefer", "wait=0")
                .contentType(CSV)
                .content(file)
                .exchange();
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).with(operator("olga")).exchange();
    }

    private MvcTestResult webhook(String withdrawalId, String type, String data) {
        var now = ledger.clock().instant();
        var body = message(withdrawalId, type, data);
        return send("m1", now, body, sign("m1", now, body));
    }

    private static String message(String withdrawalId, String type, String data) {
        return "{\"type\":\"%s\",\"timestamp\":\"2026-01-05T10:15:30Z\",\"data\":{\"withdrawal_id\":\"%s\",%s}}"
                .formatted(type, withdrawalId, data);
    }

    private MvcTestResult send(String id, Instant at, String body, String signature) {
        return http.post()
                .uri("/webhooks/payouts")
                .header("webhook-id", id)
                .header("webhook-timestamp", seconds(at))
                .header("webhook-signature", signature)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String sign(String id, Instant at, String body) {
        return new WebhookSecret(SECRET).sign(id, seconds(at), body.getBytes(UTF_8));
    }

    private static String seconds(Instant at) {
        return Long.toString(at.getEpochSecond());
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
}
