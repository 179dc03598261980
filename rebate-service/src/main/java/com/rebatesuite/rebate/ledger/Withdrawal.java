package com.rebatesuite.rebate.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's wish for money, and what became of it.
 *
 * @param minor minor units of the currency
 * @param method absent when it was refused for want of one
 * @param reason why it was refused or came back
 * @param detail the reason in words
 * @param available what there was when it was refused
 * @param taken the lots it was taken from
 */
public record Withdrawal(
        String withdrawalId,
        Progress state,
        String currency,
        long minor,
        @Nullable PayoutMethod method,
        Instant requestedAt,
        String fingerprint,
        @Nullable String batchId,
        @Nullable String reference,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Long available,
        List<Lot> taken)
        implements State {

    public Withdrawal {
        taken = List.copyOf(taken);
    }

    static String key(String withdrawalId) {
        return "withdrawal/" + withdrawalId;
    }

    @Override
    public String key() {
        return key(withdrawalId);
    }

    Withdrawal in(String batch) {
        return new Withdrawal(
                withdrawalId,
                state,
                currency,
                minor,
                method,
                requestedAt,
                fingerprint,
                batch,
                reference,
                reason,
                detail,
                available,
                taken);
    }

    Withdrawal paid(String paymentReference) {
        return new Withdrawal(
                withdrawalId,
                Progress.PAID,
                currency,
                minor,
                method,
                requestedAt,
                fingerprint,
                batchId,
                paymentReference,
                reason,
                detail,
                available,
                List.of());
    }

    Withdrawal returned(String why) {
        return new Withdrawal(
                withdrawalId,
                Progress.RETURNED,
                currency,
                minor,
                method,
                requestedAt,
                fingerprint,
                batchId,
                reference,
                why,
                detail,
                available,
                List.of());
    }

    /** How far it has come. */
    public enum Progress {
        HELD,
        PAID,
        RETURNED,
        REFUSED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
