package com.rebatesuite.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount in minor units of an ISO 4217 currency; the same on the wire and in the model. */
public record Money(String currency, long minor) {

    public Money {
        if (!isCurrency(currency)) {
            throw new IllegalArgumentException("currency: " + currency + " (expected: an ISO 4217 code)");
        }
    }

    /** Whether the code names a currency amounts can be counted in. */
    public static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(code) && known.getDefaultFractionDigits() >= 0);
    }

    /** A decimal amount in major units, HALF_EVEN to the currency's minor unit. */
    public static Money ofMajor(String currency, BigDecimal amount) {
        var digits = Currency.getInstance(currency).getDefaultFractionDigits();
        var minor = amount.movePointRight(digits).setScale(0, RoundingMode.HALF_EVEN);
        return new Money(currency, minor.longValueExact());
    }

    /** The sum; throws when the currencies differ. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("currency: " + other.currency + " (expected: " + currency + ")");
        }
        return new Money(currency, Math.addExact(minor, other.minor));
    }

    /** This amount for each of so many units. */
    public Money times(int units) {
        return new Money(currency, Math.multiplyExact(minor, (long) units));
    }

    /** The share of {@code units} out of {@code all}, HALF_EVEN. */
    public long share(long units, long all) {
        return BigDecimal.valueOf(minor)
                .multiply(BigDecimal.valueOf(units))
                .divide(BigDecimal.valueOf(all), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
