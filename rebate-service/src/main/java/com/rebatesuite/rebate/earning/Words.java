package com.rebatesuite.rebate.earning;

import java.math.BigDecimal;
import java.util.Currency;

/** How steps are told: amounts in minor units, rates in percent. */
public final class Words {

    private static final int BASIS_POINT_DIGITS = 4;

    private Words() {}

    /** For example {@code 1250 x 2.50 % = 31.25 -> 31}; without an arrow when nothing is rounded. */
    static String rate(long base, int basisPoints, long minor) {
        var exact = BigDecimal.valueOf(Math.multiplyExact(base, (long) basisPoints), BASIS_POINT_DIGITS)
                .stripTrailingZeros();
        var words = base + " x " + percent(basisPoints) + " = " + exact.toPlainString();
        return exact.scale() > 0 ? words + " -> " + minor : words;
    }

    /** For example {@code 2.50 %}. */
    static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2) + " %";
    }

    /** For example {@code 50.00 GBP}: to people, not in a computation. */
    public static String money(String currency, long minor) {
        return BigDecimal.valueOf(minor, digits(currency)).toPlainString() + " " + currency;
    }

    private static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return 2;
        }
    }
}
