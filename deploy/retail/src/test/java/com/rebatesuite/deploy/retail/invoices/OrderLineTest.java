package com.rebatesuite.deploy.retail.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderLineTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0.005, 0, 0",
        "3, 0.005, 2, 0",
        "1, 0.25, 25, 0",
        "1, 0.75, 75, 2",
        "1, 1.25, 125, 2",
        "1, 1.75, 175, 4",
        "80995, 2.08, 16846960, 336939",
    })
    void roundsHalfEvenOnce(int quantity, BigDecimal price, long amountMinor, long rebateMinor) {
        assertThat(line(quantity, price).amountMinor()).isEqualTo(amountMinor);
        assertThat(line(quantity, price).rebateMinor()).isEqualTo(rebateMinor);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void inv3_reversedStaysWithinEarnedAndAFullReturnLeavesNothing(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 1_000; i++) {
            var line = line(random.nextInt(1, 300), BigDecimal.valueOf(random.nextLong(1, 100_000), 3));
            var before = 0L;
            for (int returned = 0; returned <= line.quantity(); returned++) {
                var reversed = line.reversedMinor(returned);
                assertThat(reversed).isBetween(before, line.rebateMinor());
                before = reversed;
            }
            assertThat(before).isEqualTo(line.rebateMinor());
        }
    }

    @Test
    void knowsNoReturnOfMoreThanWasSold() {
        assertThatThrownBy(() -> line(2, BigDecimal.ONE).reversedMinor(3)).hasMessage("returned: 3 (expected: 0..2)");
    }

    private static OrderLine line(int quantity, BigDecimal price) {
        return new OrderLine(1, "85123A", "HOLDER", quantity, price);
    }
}
