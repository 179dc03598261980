package com.rebatesuite.deploy.retail.invoices;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A line of an order, counted from 1 in the order of the file.
 *
 * @param unitPrice in pounds, as the file writes it (a few prices have three decimals)
 */
public record OrderLine(int line, String sku, String title, int quantity, BigDecimal unitPrice) {

    private static final BigDecimal PENCE = BigDecimal.valueOf(100);
    private static final BigDecimal RATE = new BigDecimal("0.02");

    /** Quantity × price in pence, rounded half-even once. */
    public long amountMinor() {
        return unitPrice
                .multiply(BigDecimal.valueOf(quantity))
                .multiply(PENCE)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /** Two percent of the amount in pence, rounded half-even once. */
    public long rebateMinor() {
        return BigDecimal.valueOf(amountMinor())
                .multiply(RATE)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /** The part of the rebate in pence that is taken back once this many units in all have come back. */
    public long reversedMinor(int returned) {
        if (returned < 0 || returned > quantity) {
            throw new IllegalArgumentException("returned: " + returned + " (expected: 0.." + quantity + ")");
        }
        return new BigDecimal(BigInteger.valueOf(rebateMinor()).multiply(BigInteger.valueOf(returned)))
                .divide(BigDecimal.valueOf(quantity), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
