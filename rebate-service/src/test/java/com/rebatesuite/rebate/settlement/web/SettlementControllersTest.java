package com.rebatesuite.rebate.settlement.web;

import static com.rebatesuite.rebate.Tokens.operator;
import static com.rebatesuite.rebate.Tokens.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.ToyLedger;
import com.rebatesuite.rebate.WebSlice;
import com.rebatesuite.rebate.keyed.SeenKeys;
import com.rebatesuite.rebate.settlement.AmendOrder;
import com.rebatesuite.rebate.settlement.RejectOrder;
import com.rebatesuite.rebate.settlement.SettleOrder;
import com.rebatesuite.rebate.settlement.SettleOrders;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
@WebMvcTest(controllers = {SettlementController.class, SettlementsController.class, ChangeController.class})
@Import({SettleOrder.class, SettleOrders.class, AmendOrder.class, RejectOrder.class, SeenKeys.class})
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class SettlementControllersTest {

    private static final String CUT = """
            {"lines": [{"line": 1, "base": {"currency": "GBP", "minor": 800}}], "reason": "corrected by the partner"}""";
    private static final String REJECTION = """
            {"lines": [2], "reason": "bought with a foreign voucher"}""";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MockMvcTester http;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ToyLedger ledger;

    @BeforeEach
    void haveOrders() {
        ledger.partnerOrder("order-1", "shopper-1");
        ledger.order("order-2", "shopper-1", "shop", "estimated");
        ledger.order("order-3", "shopper-1", "partner", "cancelled");
    }

    @Test
    void settlesOneOrder() {
        assertThat(put("/ops/rebates/orders/order-1/settlement", "{}")).hasStatus(HttpStatus.ACCEPTED);
        assertProblem(put("/ops/rebates/orders/order-2/settlement", "{}"), 409, "own-goods");
        assertProblem(put("/ops/rebates/orders/unknown/settlement", "{}"), 404, "rebate-not-found");
        ledger.commands.away(true);
        assertProblem(put("/ops/rebates/orders/order-1/settlement", "{}"), 503, "log-unavailable");
    }

    @Test
    void asksAPartnerWhoIsFasterThanTheViewsToComeAgain() {
        assertThat(put("/ops/rebates/orders/unknown/settlement", "{}"))
                .hasHeader("Retry-After", "2")
                .bodyJson()
                .isLenientlyEqualTo("{\"code\": \"rebate-not-found\", \"retryable\": true}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ops/rebates/orders/order-1/settlement|{\"occurred_at\": \"2099-01-01T00:00:00Z\"}",
                "/ops/rebates/settlements|{\"order_ids\": [\"order-1\"], \"occurred_at\": \"2099-01-01T00:00:00Z\"}"
            })
    void refusesASettlementThatHasYetToCome(String pathAndBody) {
        int cut = pathAndBody.indexOf('|');

        var refused = put(pathAndBody.substring(0, cut), pathAndBody.substring(cut + 1));

        assertProblem(refused, 400, "invalid-request");
        assertThat(refused).bodyText().contains("occurred_at: 2099-01-01T00:00:00Z (expected: not after ");
    }

    @Test
    void settlesManyOrdersAndSaysWhatBecameOfEach() {
        assertThat(put("/ops/rebates/settlements", "{\"order_ids\": [\"order-1\", \"order-2\", \"unknown\"]}"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"results": [
                          {"order_id": "order-1", "result": "accepted", "retryable": false},
                          {"order_id": "order-2", "result": "refused", "code": "own-goods", "retryable": false},
                          {"order_id": "unknown", "result": "refused", "code": "rebate-not-found", "retryable": true}]}""");
        assertThat(put("/ops/rebates/settlements", "{\"order_ids\": [\"order-1\"]}"))
                .bodyText()
                .contains("\"settled\"");
    }

    @Test
    void saysWhichOrdersToSendAgainWhenTheLogIsAway() {
        ledger.commands.away(true);

        assertThat(put("/ops/rebates/settlements", "{\"order_ids\": [\"order-1\", \"unknown\"]}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"results": [{"code": "log-unavailable", "retryable": true}, {"code": "rebate-not-found"}]}""");
    }

    @Test
    void takesAThousandOrdersAndNotOneMore() {
        assertThat(put("/ops/rebates/settlements", orders(1000))).hasStatusOk();
        assertProblem(put("/ops/rebates/settlements", orders(1001)), 400, "invalid-request");
        assertProblem(put("/ops/rebates/settlements", orders(0)), 400, "invalid-request");
        assertProblem(put("/ops/rebates/settlements", "{}"), 400, "invalid-request");
        assertProblem(put("/ops/rebates/settlements", "{\"order_ids\": [\"\"]}"), 400, "invalid-request");
    }

    @Test
    void amendsAnOrderAndShowsIt() {
        assertThat(post("/ops/rebates/orders/order-1/amendments?dry_run=true", "key", CUT))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"dry_run": true, "lines": [{"line": 1, "before": {"minor": 40}, "after": {"minor": 32}}]}""");
        assertThat(ledger.commands.sent()).isEmpty();
        assertThat(post("/ops/rebates/orders/order-1/amendments", "key", CUT))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"order_id": "order-1", "lines": [{"line": 1, "base": {"minor": 800}}, {"line": 2}]}""");
    }

    @Test
    void saysWhatIsWrongWithAnAmendment() {
        post("/ops/rebates/orders/order-1/amendments", "key", CUT);

        assertProblem(post("/ops/rebates/orders/order-2/amendments", "key", CUT), 409, "own-goods");
        assertProblem(post("/ops/rebates/orders/order-3/amendments", "key", CUT), 409, "order-closed");
        assertProblem(post("/ops/rebates/orders/unknown/amendments", "key", CUT), 404, "rebate-not-found");
        var path = "/ops/rebates/orders/order-1/amendments";
        assertProblem(post(path, "key", CUT.replace("800", "801")), 422, "idempotency-key-reused");
        assertProblem(post(path, "other", CUT.replace("GBP", "EUR")), 422, "other-currency");
        assertProblem(post(path, "other", CUT.replace("\"line\": 1", "\"line\": 9")), 422, "unknown-line");
        post("/ops/rebates/orders/order-1/rejections", "rejected", REJECTION);
        assertProblem(post(path, "other", CUT.replace("\"line\": 1", "\"line\": 2")), 409, "line-closed");
        assertProblem(post(path, "", CUT), 400, "idempotency-key-missing");
        ledger.commands.away(true);
        assertProblem(post(path, "other", CUT), 503, "log-unavailable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lines\": [], \"reason\": \"corrected by the partner\"}",
                "{\"lines\": [{\"line\": 0, \"base\": {\"currency\": \"GBP\", \"minor\": 1}}], \"reason\": \"corrected by them\"}",
                "{\"lines\": [{\"line\": 1, \"base\": {\"currency\": \"GBP\", \"minor\": -1}}], \"reason\": \"corrected by them\"}",
                "{\"lines\": [{\"line\": 1}], \"reason\": \"corrected by the partner\"}",
                "{\"lines\": [{\"line\": 1, \"base\": {\"currency\": \"GBP\", \"minor\": 1}},"
                        + "{\"line\": 1, \"base\": {\"currency\": \"GBP\", \"minor\": 2}}], \"reason\": \"corrected by them\"}",
                "{\"lines\": [{\"line\": 1, \"base\": {\"currency\": \"GBP\", \"minor\": 1}}], \"reason\": \"cut\"}",
                "{\"lines\": [null], \"reason\": \"corrected by the partner\"}"
            })
    void refusesWhatCannotBeAnAmendment(String body) {
        assertProblem(post("/ops/rebates/orders/order-1/amendments", "key", body), 400, "invalid-request");
    }

    @Test
    void rejectsLinesOrAWholeOrder() {
        var path = "/ops/rebates/orders/order-1/rejections";

        assertThat(post(path + "?dry_run=true", "a", REJECTION))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"dry_run": true, "lines": [{"line": 2, "before": {"minor": 30}, "after": {"minor": 0}}]}""");
        assertThat(post(path, "a", REJECTION)).hasStatusOk().bodyText().contains("bought with a foreign voucher");
        assertThat(post(path, "b", "{\"reason\": \"the partner cancelled it\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("rejected");
        assertProblem(post(path, "c", REJECTION.replace("[2]", "[3]")), 422, "unknown-line");
        assertProblem(post(path, "d", "{\"lines\": [], \"reason\": \"long enough to read\"}"), 400, "invalid-request");
        assertProblem(post("/ops/rebates/orders/order-3/rejections", "e", REJECTION), 409, "order-closed");
        assertProblem(post("/ops/rebates/orders/unknown/rejections", "f", REJECTION), 404, "rebate-not-found");
    }

    @Test
    void saysWhereToLookWhileTheOutcomeIsNotToBeSeen() {
        ledger.falls();

        assertThat(post("/ops/rebates/orders/order-1/amendments", "key", CUT))
                .hasStatus(HttpStatus.ACCEPTED)
                .hasHeader("Location", "/ops/rebates/orders/order-1");
        assertThat(post("/ops/rebates/orders/order-1/rejections", "key", REJECTION))
                .hasStatus(HttpStatus.ACCEPTED)
                .hasHeader("Location", "/ops/rebates/orders/order-1");
    }

    @Test
    void letsInOperatorsOnly() {
        assertThat(http.put()
                        .uri("/ops/rebates/settlements")
                        .with(shopper("shopper-1"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(orders(1)))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private MvcTestResult put(String uri, String body) {
        return exchange(http.put().uri(uri), body);
    }

    private MvcTestResult post(String uri, String key, String body) {
        return exchange(http.post().uri(uri).header("Idempotency-Key", key).header("Prefer", "wait=0"), body);
    }

    private static MvcTestResult exchange(MockMvcRequestBuilder request, String body) {
        return request.with(operator("olga"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String orders(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "\"some-" + number + "\"")
                .collect(Collectors.joining(",", "{\"order_ids\": [", "]}"));
    }

    private static void assertProblem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
