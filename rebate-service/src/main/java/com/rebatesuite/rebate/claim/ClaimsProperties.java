package com.rebatesuite.rebate.claim;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a shopper may claim.
 *
 * @param oldest how long ago the purchase may be
 * @param mostOpen how many claims of one shopper may wait at once
 */
@ConfigurationProperties("claims")
public record ClaimsProperties(
        @DefaultValue("365d") Duration oldest,
        @DefaultValue("20") int mostOpen) {

    public ClaimsProperties {
        if (oldest.isNegative() || oldest.isZero()) {
            throw new IllegalArgumentException("claims.oldest: " + oldest + " (expected: > 0)");
        }
        if (mostOpen < 1 || mostOpen > Claims.MOST) {
            throw new IllegalArgumentException("claims.most-open: " + mostOpen + " (expected: 1.." + Claims.MOST + ")");
        }
    }
}
