package com.rebatesuite.rebate.earning;

/** Shares of amounts in exact integers, rounded half to even once. */
public final class HalfEven {

    private HalfEven() {}

    /**
     * {@code amount × numerator / denominator}, rounded half to even.
     *
     * @throws ArithmeticException when the product does not fit
     */
    public static long share(long amount, long numerator, long denominator) {
        if (amount < 0 || numerator < 0 || denominator <= 0) {
            throw new IllegalArgumentException("share: %d x %d / %d (expected: none below zero, denominator above)"
                    .formatted(amount, numerator, denominator));
        }
        long product = Math.multiplyExact(amount, numerator);
        long quotient = product / denominator;
        long rest = product % denominator;
        long other = denominator - rest;
        boolean up = rest > other || (rest == other && (quotient & 1) == 1);
        return up ? quotient + 1 : quotient;
    }
}
