package com.rebatesuite.rebate.ledger;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An order at a partner that did not track, as the shopper says.
 *
 * @param minor what was paid for it, in minor units of the currency
 * @param orderId the order it was matched with
 * @param granted what the operator gave, in minor units of the currency
 */
public record Claim(
        String claimId,
        Progress state,
        String merchant,
        String externalNumber,
        Instant purchasedAt,
        String currency,
        long minor,
        @Nullable String note,
        Instant filedAt,
        @Nullable String orderId,
        @Nullable String decidedBy,
        @Nullable String reason,
        @Nullable Long granted)
        implements State {

    public Claim {
        if (minor <= 0) {
            throw new IllegalArgumentException("minor: " + minor + " (expected: > 0)");
        }
    }

    static String key(String claimId) {
        return "claim/" + claimId;
    }

    @Override
    public String key() {
        return key(claimId);
    }

    Claim matched(String order) {
        return new Claim(
                claimId,
                Progress.MATCHED,
                merchant,
                externalNumber,
                purchasedAt,
                currency,
                minor,
                note,
                filedAt,
                order,
                null,
                null,
                null);
    }

    Claim granted(long amount, String by, String why) {
        return new Claim(
                claimId,
                Progress.GRANTED,
                merchant,
                externalNumber,
                purchasedAt,
                currency,
                minor,
                note,
                filedAt,
                orderId,
                by,
                why,
                amount);
    }

    Claim refused(@Nullable String by, String why) {
        return new Claim(
                claimId,
                Progress.REFUSED,
                merchant,
                externalNumber,
                purchasedAt,
                currency,
                minor,
                note,
                filedAt,
                orderId,
                by,
                why,
                null);
    }

    /** How far it has come. */
    public enum Progress {
        OPEN,
        MATCHED,
        GRANTED,
        REFUSED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
