package com.rebatesuite.rebate.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayoutMethodTest {

    /** Examples of the countries' own banks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB29 NWBK 6016 1331 9268 19",
                "de89370400440532013000",
                "NO93 8601 1117 947",
                "MT84MALT011000012345MTLCAST001S"
            })
    void takesAnAccountWhoseDigitsFit(String account) {
        assertThat(new PayoutMethod("iban", account, "Ada Shopper").account()).matches("[A-Z]{2}[0-9A-Z]{13,32}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GB",
                "GB29NWBK60161331926818",
                "GB92NWBK60161331926819",
                "GB01NWBK60161331926819",
                "2929NWBK60161331926819",
                "GB29NWBK6016133192681\u0669",
                "GB29-NWBK-6016-1331-9268-19",
                "MT84MALT011000012345MTLCAST001SMT84MALT011000012345MTLCAST001S",
                "ada@example.com"
            })
    void refusesAnAccountThatCannotBe(String account) {
        assertThatThrownBy(() -> new PayoutMethod("iban", account, "Ada Shopper"))
                .isInstanceOf(BadPayoutMethod.class)
                .hasMessage("account: no IBAN (expected: one whose check digits fit)");
    }

    @Test
    void takesAnAddressInItsOneForm() {
        assertThat(new PayoutMethod("paypal", " Ada.Shopper+x@Example.COM ", " Ada "))
                .isEqualTo(new PayoutMethod("paypal", "ada.shopper+x@example.com", "Ada"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.com",
                "ada@example",
                "a@b@example.com",
                "=a@example.com",
                "a b@example.com"
            })
    void refusesWhatIsNoAddress(String account) {
        assertThatThrownBy(() -> new PayoutMethod("paypal", account, "Ada"))
                .isInstanceOf(BadPayoutMethod.class)
                .hasMessageStartingWith("account: no e-mail address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "=cmd|' /C calc'!A0", "Ada\nShopper", "@Ada", "-1", "Ada\u0000"})
    void refusesAHolderThatNoBankTakes(String holder) {
        assertThatThrownBy(() -> new PayoutMethod("iban", "GB29NWBK60161331926819", holder))
                .hasMessageStartingWith("holder: ");
    }

    @Test
    void refusesAnotherKindOfMoney() {
        assertThatThrownBy(() -> new PayoutMethod("cash", "here", "Ada")).hasMessageContaining("iban or paypal");
    }

    @Test
    void showsOnlySoMuchThatItsOwnerKnowsIt() {
        assertThat(MaskedAccount.of("iban", "GB29NWBK60161331926819")).isEqualTo("GB****6819");
        assertThat(MaskedAccount.of("paypal", "ada@example.com")).isEqualTo("a****@example.com");
    }
}
