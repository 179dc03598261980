package com.rebatesuite.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.order.Money;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderLineTest {

    @Test
    void givesBackTheRoundedShareOfWhatHasComeBack() {
        var line = line(3, 100);

        var first = line.refundFor(1);
        var second = line.sendBack(1, first).refundFor(1);
        var third = line.sendBack(1, first).sendBack(1, second).refundFor(1);

        assertThat(first.minor()).isEqualTo(33);
        assertThat(second.minor()).isEqualTo(34);
        assertThat(third.minor()).isEqualTo(33);
    }

    @Test
    void refusesMoreUnitsThanWereSold() {
        assertThatThrownBy(() -> line(2, 100).sendBack(3, new Money("GBP", 0)))
                .hasMessage("returned: 3 (expected: 0..2)");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** In whatever portions, with refusals in between: a full return gives back the line to the cent, and no more. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv11_aFullReturnGivesBackExactlyTheLine(long seed) {
        var random = new SplittableRandom(seed);
        var quantity = random.nextInt(1, 60);
        var line = line(quantity, random.nextLong(0, 500));

        while (line.returnable() > 0) {
            var units = random.nextInt(1, line.returnable() + 1);
            var refund = line.refundFor(units);
            assertThat(refund.minor()).isNotNegative();
            var sent = line.sendBack(units, refund);
            line = random.nextInt(4) == 0 && units < quantity ? sent.keep(units, refund) : sent;
            assertThat(line.refundedMinor()).isBetween(0L, line.amount().minor());
        }
        assertThat(line.refundedMinor()).isEqualTo(line.amount().minor());
    }

    private static OrderLine line(int quantity, long amount) {
        return OrderLine.sold(1, "TEA-100", "Green tea", "groceries", "own", quantity, new Money("GBP", amount));
    }
}
