package com.rebatesuite.rebate.account.web;

import static com.rebatesuite.rebate.Tokens.operator;
import static com.rebatesuite.rebate.Tokens.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.ToyLedger;
import com.rebatesuite.rebate.WebSlice;
import com.rebatesuite.rebate.account.FreezeAccount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebSlice
@WebMvcTest(controllers = FreezeController.class)
@Import(FreezeAccount.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class FreezeControllerTest {

    private static final String URI = "/ops/rebates/users/shopper-1/freeze";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MockMvcTester http;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ToyLedger ledger;

    @Test
    void freezesAndLetsGoWithAReasonAndTellsWhoSaidSo() {
        assertThat(http.get().uri(URI).with(operator("olga")))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"user_id": "shopper-1", "frozen": false}""");

        assertThat(freeze("three payout methods in a day"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"frozen": true, "reason": "three payout methods in a day", "by": "olga", "at": "2026-01-05T10:15:30Z"}""");
        assertThat(freeze("three payout methods in a day")).hasStatusOk();

        assertThat(unfreeze("identity was confirmed")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"frozen": false, "reason": "identity was confirmed", "by": "oscar"}""");
    }

    /** A view that is behind must not swallow the second of freeze, unfreeze, freeze. */
    @Test
    void tellsTheLedgerEvenWhatSeemsToStandAlready() {
        freeze("three payout methods in a day");
        freeze("three payout methods in a day");

        assertThat(ledger.commands.sent()).hasSize(2);
    }

    @Test
    void wantsAReason() {
        assertProblem(freeze("short"), 400, "invalid-request");
        assertProblem(unfreeze("short"), 400, "invalid-request");
        assertThat(http.delete().uri(URI).with(operator("oscar"))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(ledger.commands.sent()).isEmpty();
    }

    @Test
    void saysWhereToLookWhileTheOutcomeIsNotToBeSeen() {
        ledger.falls();
        assertThat(freeze("three payout methods in a day"))
                .hasStatus(HttpStatus.ACCEPTED)
                .hasHeader("Location", URI);

        ledger.commands.away(true);
        assertProblem(freeze("three payout methods in a day"), 503, "log-unavailable");
    }

    @Test
    void letsInOperatorsOnly() {
        assertThat(http.get().uri(URI).with(shopper("shopper-1"))).hasStatus(HttpStatus.FORBIDDEN);
    }

    private MvcTestResult freeze(String reason) {
        return http.put()
                .uri(URI)
                .header("Prefer", "wait=0")
                .with(operator("olga"))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"reason\": \"" + reason + "\"}")
                .exchange();
    }

    private MvcTestResult unfreeze(String reason) {
        return http.delete()
                .uri(URI + "?reason={reason}", reason)
                .header("Prefer", "wait=0")
                .with(operator("oscar"))
                .exchange();
    }

    private static void assertProblem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
