package com.rebatesuite.rebate.quote;

import com.rebatesuite.rebate.earning.Promise;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * The promise to one shopper that one product earns at least so much. Amounts are minor units of {@code currency}.
 *
 * @param price of one unit when it was quoted
 * @param rebate of one unit
 * @param rateBasisPoints hundredths of a percent of the price; 0 when the rebate is a fixed amount per unit
 * @param most what a line may earn in all, however many units it has; {@link Long#MAX_VALUE} without a cap
 * @param expiresAt exclusive: the order has to be placed before
 */
public record Quote(
        String quoteId,
        String userId,
        String sku,
        String currency,
        long price,
        long rebate,
        int rateBasisPoints,
        long most,
        String ruleId,
        int ruleVersion,
        Instant expiresAt) {

    private static final BigDecimal BASIS_POINTS = BigDecimal.valueOf(10_000);

    public Quote {
        if (price < 0 || rebate < 0 || most < rebate) {
            throw new IllegalArgumentException(
                    "price %d, rebate %d, most %d (expected: 0 <= rebate <= most)".formatted(price, rebate, most));
        }
        if (rateBasisPoints < 0 || rateBasisPoints > 10_000) {
            throw new IllegalArgumentException("rate_basis_points: " + rateBasisPoints + " (expected: 0..10000)");
        }
        if (ruleVersion < 1) {
            throw new IllegalArgumentException("rule_version: " + ruleVersion + " (expected: >= 1)");
        }
    }

    /**
     * What it promises to a line of so many units: what the quoted terms give for all of them, at the quoted price. Where that
     * is no whole number per unit it is rounded down, so that many units never make more of a rounding than there is.
     */
    Promise promise(int quantity) {
        var units = BigDecimal.valueOf(quantity);
        var line = rateBasisPoints == 0 ? BigDecimal.valueOf(rebate).multiply(units) : rated(units);
        var perUnit = line.min(BigDecimal.valueOf(most)).divide(units, 0, RoundingMode.DOWN);
        return new Promise(quoteId, perUnit.longValueExact(), ruleId, ruleVersion);
    }

    private BigDecimal rated(BigDecimal units) {
        return BigDecimal.valueOf(price)
                .multiply(units)
                .multiply(BigDecimal.valueOf(rateBasisPoints))
                .divide(BASIS_POINTS, 0, RoundingMode.HALF_EVEN);
    }
}
