package com.rebatesuite.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.OrderHistory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VoucherSharesTest {

    @Test
    void givesWhatIsLeftToTheLargestRemaindersAndOfEqualOnesToTheFirst() {
        assertThat(shares(100, 100, 100, 100)).containsExactly(34, 33, 33);
        assertThat(shares(10, 1, 1, 98)).containsExactly(0, 0, 10);
        assertThat(shares(5, 333, 666, 1)).containsExactly(2, 3, 0);
        assertThat(shares(3, 0, 5, 0)).containsExactly(0, 3, 0);
    }

    @Test
    void leavesNothingWhenTheVoucherIsAsLargeAsTheOrder() {
        assertThat(shares(201, 100, 0, 101)).containsExactly(100, 0, 101);
    }

    @Test
    void countsWhereTheProductOfTwoAmountsIsTooLargeForALong() {
        var half = Long.MAX_VALUE / 2;

        assertThat(shares(half, half, half)).containsExactly(half / 2 + 1, half / 2);
    }

    @Test
    void takesOffNoMoreThanThereIs() {
        assertThatThrownBy(() -> shares(202, 100, 101)).hasMessage("voucher: 202 (expected: 0..201)");
        assertThatThrownBy(() -> shares(-1, 100)).hasMessage("voucher: -1 (expected: 0..100)");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Whatever the lines: the shares sum up exactly, and each is its exact share, rounded down or up. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sharesSumUpToTheVoucherAndAreFairToTheMinorUnit(long seed) {
        var random = new SplittableRandom(seed);
        var amounts = LongStream.generate(() -> random.nextLong(0, random.nextBoolean() ? 5 : 100_000))
                .limit(random.nextInt(1, 40))
                .toArray();
        var total = LongStream.of(amounts).sum();
        var voucher = total == 0 ? 0 : random.nextLong(0, total + 1);

        var shares = shares(voucher, amounts);

        assertThat(LongStream.of(shares).sum()).isEqualTo(voucher);
        for (int at = 0; at < amounts.length && voucher > 0; at++) {
            var exact = BigDecimal.valueOf(voucher)
                    .multiply(BigDecimal.valueOf(amounts[at]))
                    .divide(BigDecimal.valueOf(total), 20, RoundingMode.HALF_EVEN);
            assertThat(BigDecimal.valueOf(shares[at]).subtract(exact).abs()).isLessThan(BigDecimal.ONE);
            assertThat(shares[at]).isBetween(0L, amounts[at]);
        }
    }

    /** In whatever portions everything comes back: what was paid for the goods is given back, and shipping is not. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inv11_aFullReturnOfAnOrderWithAVoucherGivesBackWhatWasPaidForTheGoods(long seed) {
        var random = new SplittableRandom(seed);
        var lines = IntStream.rangeClosed(1, random.nextInt(1, 8))
                .mapToObj(line -> line(line, random.nextInt(1, 30), random.nextLong(0, 5_000)))
                .toList();
        var goods = lines.stream().mapToLong(line -> line.amount().minor()).sum();
        var voucher = random.nextLong(0, goods + 1);
        var order = order(VoucherShares.spread(voucher, lines), 499);

        var back = order.lines().stream()
                .mapToLong(line -> returnAll(line, random))
                .sum();

        assertThat(order.total()).isEqualTo(new Money("GBP", goods - voucher + 499));
        assertThat(back).isEqualTo(goods - voucher);
    }

    private static long returnAll(OrderLine sold, SplittableRandom random) {
        var line = sold;
        while (line.returnable() > 0) {
            var units = random.nextInt(1, line.returnable() + 1);
            var refund = line.refundFor(units);
            assertThat(refund.minor()).isNotNegative();
            line = line.sendBack(units, refund);
            assertThat(line.refundedMinor()).isBetween(0L, line.paid().minor());
        }
        return line.refundedMinor();
    }

    private static Order order(List<OrderLine> lines, long shipping) {
        return Order.place(
                        OrderHistory.ID,
                        "shopper-1",
                        Origin.SHOP,
                        OrderTimes.at(OrderHistory.AT),
                        lines,
                        shipping,
                        null)
                .order();
    }

    private static long[] shares(long voucher, long... amounts) {
        var lines =
                Arrays.stream(amounts).mapToObj(amount -> line(1, 1, amount)).toList();
        return VoucherShares.spread(voucher, lines).stream()
                .mapToLong(OrderLine::voucherMinor)
                .toArray();
    }

    private static OrderLine line(int line, int quantity, long amount) {
        return OrderLine.sold(line, "TEA-100", "Green tea", "groceries", "own", quantity, new Money("GBP", amount));
    }
}
