package com.rebatesuite.rebate.withdrawal.web;

import static com.rebatesuite.rebate.withdrawal.Callers.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import com.rebatesuite.rebate.withdrawal.MoneySlice;
import com.rebatesuite.rebate.withdrawal.WithdrawalLedger;
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

@WebMvcTest(PayoutMethodController.class)
@MoneySlice
class PayoutMethodControllerTest {

    private static final String IBAN =
            "{\"kind\":\"iban\",\"account\":\"GB29 NWBK 6016 1331 9268 19\",\"holder\":\"Ada Shopper\"}";

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
    }

    @Test
    void takesWhereMoneyShallGoAndSaysFromWhen() {
        var answer = put(IBAN);

        assertThat(answer).hasStatusOk().bodyJson().extractingPath("$.account").isEqualTo("GB****6819");
        assertThat(answer).bodyJson().extractingPath("$.usable_from").isEqualTo("2026-01-08T10:15:30Z");
        assertThat(get()).hasStatusOk().bodyText().contains("GB****6819").doesNotContain("NWBK");
    }

    @Test
    void saysWhereToLookWhenTheLedgerIsLate() {
        ledger.isLate();

        assertThat(put(IBAN)).hasStatus(202).hasHeader("Location", "/api/rebates/payout-method");
        assertThat(get()).hasStatus(404).bodyText().contains("no-payout-method");
        ledger.catchesUp();
        assertThat(get()).hasStatusOk();
    }

    @Test
    void saysThatItCouldNotBeWrittenDown() {
        ledger.commands.away(true);

        assertThat(put(IBAN)).hasStatus(503).bodyText().contains("log-unavailable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\":\"cash\",\"account\":\"here\",\"holder\":\"Ada\"}",
                "{\"kind\":\"iban\",\"account\":\"GB29NWBK60161331926818\",\"holder\":\"Ada\"}",
                "{\"kind\":\"paypal\",\"account\":\"ada\",\"holder\":\"Ada\"}",
                "{\"kind\":\"iban\",\"account\":\"GB29NWBK60161331926819\",\"holder\":\"=1+1\"}"
            })
    void refusesWhereNoMoneyCanGo(String body) {
        assertThat(put(body)).hasStatus(400).bodyText().doesNotContain("NWBK");
        assertThat(get()).hasStatus(404);
    }

    private MvcTestResult put(String body) {
        return http.put()
                .uri("/api/rebates/payout-method")
                .with(shopper(ada))
                .header("Prefer", "wait=0")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get() {
        return http.get().uri("/api/rebates/payout-method").with(shopper(ada)).exchange();
    }
}
