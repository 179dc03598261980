package com.rebatesuite.rebate.ledger;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Money that one operator wants to give or take, and another one decides about.
 *
 * @param minor minor units of the currency; below zero: taken
 * @param detail why it is not booked, or a note
 */
public record Adjustment(
        String adjustmentId,
        Progress state,
        String currency,
        long minor,
        String reason,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable String detail)
        implements State {

    public Adjustment {
        if (minor == 0) {
            throw new IllegalArgumentException("minor: 0 (expected: another amount)");
        }
    }

    static String key(String adjustmentId) {
        return "adjustment/" + adjustmentId;
    }

    @Override
    public String key() {
        return key(adjustmentId);
    }

    Adjustment decided(Progress decision, String by, @Nullable String why) {
        return new Adjustment(adjustmentId, decision, currency, minor, reason, proposedBy, proposedAt, by, why);
    }

    /** Still proposed, with the reason why the last decision did not count. */
    Adjustment undecided(String why) {
        return new Adjustment(adjustmentId, state, currency, minor, reason, proposedBy, proposedAt, null, why);
    }

    /** How far it has come. */
    public enum Progress {
        PROPOSED,
        BOOKED,
        REFUSED,
        WITHDRAWN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
