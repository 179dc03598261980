package com.rebatesuite.order.ordering;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Spreads a voucher on the whole order over its lines, in proportion to their amounts: rounded down first, then a minor unit
 * more for the largest remainders (of equal ones the first line), so that the shares sum up to the voucher exactly.
 */
public final class VoucherShares {

    private VoucherShares() {}

    /**
     * The lines, each lowered by its share; no line ever by more than its amount.
     *
     * @throws IllegalArgumentException if the voucher is not 0..the sum of the lines, in minor units
     */
    public static List<OrderLine> spread(long voucher, List<OrderLine> lines) {
        var total = lines.stream()
                .map(line -> BigInteger.valueOf(line.amount().minor()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (voucher < 0 || BigInteger.valueOf(voucher).compareTo(total) > 0) {
            throw new IllegalArgumentException("voucher: " + voucher + " (expected: 0.." + total + ")");
        }
        return voucher == 0 ? List.copyOf(lines) : lowered(lines, shares(voucher, lines, total));
    }

    private static long[] shares(long voucher, List<OrderLine> lines, BigInteger total) {
        var exact = lines.stream()
                .map(line -> BigInteger.valueOf(voucher)
                        .multiply(BigInteger.valueOf(line.amount().minor()))
                        .divideAndRemainder(total))
                .toList();
        var shares =
                exact.stream().mapToLong(share -> share[0].longValueExact()).toArray();
        var left = voucher
                - IntStream.range(0, shares.length).mapToLong(at -> shares[at]).sum();
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(at -> exact.get(at)[1])
                        .reversed())
                .limit(left)
                .forEach(at -> shares[at]++);
        return shares;
    }

    private static List<OrderLine> lowered(List<OrderLine> lines, long[] shares) {
        var lowered = new ArrayList<OrderLine>(lines.size());
        for (var line : lines) {
            lowered.add(line.loweredBy(shares[lowered.size()]));
        }
        return lowered;
    }
}
