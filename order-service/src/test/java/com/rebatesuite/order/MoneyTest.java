package com.rebatesuite.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "GBP, 2.55, 255",
        "GBP, 0.125, 12",
        "GBP, 0.135, 14",
        "GBP, 0.145, 14",
        "GBP, 0.001, 0",
        "JPY, 1.5, 2",
        "JPY, 2.5, 2",
        "KWD, 1.2345, 1234"
    })
    void roundsHalfToEvenToTheMinorUnitOfItsCurrency(String currency, BigDecimal amount, long minor) {
        assertThat(Money.ofMajor(currency, amount)).isEqualTo(new Money(currency, minor));
    }

    @ParameterizedTest
    @CsvSource({"gbp", "XXX", "POUND", "''"})
    void refusesWhatIsNoCurrency(String code) {
        assertThatThrownBy(() -> new Money(code, 1)).hasMessageContaining("expected: an ISO 4217 code");
    }

    @Test
    void refusesToAddWhatCannotBeAdded() {
        var pound = new Money("GBP", 1);

        assertThatThrownBy(() -> pound.plus(new Money("EUR", 1))).hasMessage("currency: EUR (expected: GBP)");
        assertThatThrownBy(() -> pound.plus(new Money("GBP", Long.MAX_VALUE))).isInstanceOf(ArithmeticException.class);
    }
}
