package com.rebatesuite.rebate.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfEvenTest {

    @ParameterizedTest(name = "{0} x {1} / {2} = {3}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            amount, numerator, denominator, rounded
            0,      300,       10000,       0
            1,      5000,      10000,       0
            3,      5000,      10000,       2
            5,      5000,      10000,       2
            7,      5000,      10000,       4
            50,     100,       10000,       0
            150,    100,       10000,       2
            250,    100,       10000,       2
            350,    100,       10000,       4
            149,    100,       10000,       1
            151,    100,       10000,       2
            1250,   250,       10000,       31
            999,    10000,     10000,       999
            10,     1,         3,           3
            20,     1,         3,           7
            100,    3,         3,           100
            9223372036854775807, 1, 1,      9223372036854775807
            """)
    void roundsTheHalfToTheEvenNeighbour(long amount, long numerator, long denominator, long rounded) {
        assertThat(HalfEven.share(amount, numerator, denominator)).isEqualTo(rounded);
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HalfEven.share(-1, 1, 1))
                .withMessage("share: -1 x 1 / 1 (expected: none below zero, denominator above)");
        assertThatIllegalArgumentException().isThrownBy(() -> HalfEven.share(1, 1, 0));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> HalfEven.share(Long.MAX_VALUE, 2, 2));
    }
}
