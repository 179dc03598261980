package com.rebatesuite.rebate.claim;

import com.rebatesuite.rebate.command.LedgerCommand;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.view.ClaimView;
import com.rebatesuite.rebate.view.MoneyView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A shopper bought something at a merchant, and no order of it is known to us. */
public record ClaimFiled(
        String claimId,
        String userId,
        String merchant,
        String externalNumber,
        Instant purchasedAt,
        MoneyView amount,
        @Nullable String note)
        implements LedgerCommand {

    public ClaimFiled {
        if (amount.minor() < 1) {
            throw new IllegalArgumentException("amount: " + amount.minor() + " (expected: >= 1)");
        }
    }

    /** What he bought, and where. */
    public record Purchase(String merchant, String externalNumber, Instant purchasedAt, MoneyView amount) {}

    /** The same claim for the same shopper and key. */
    public static ClaimFiled of(IdempotencyKey key, String userId, Purchase purchase, @Nullable String note) {
        return new ClaimFiled(
                key.idOf("claim", userId, ""),
                userId,
                purchase.merchant(),
                purchase.externalNumber(),
                // As it is served: a repeat is recognised by what is known of the first.
                purchase.purchasedAt().truncatedTo(ChronoUnit.MILLIS),
                purchase.amount(),
                note);
    }

    @Override
    public String type() {
        return "claim-filed.v1";
    }

    @Override
    public String subject() {
        return claimId;
    }

    boolean says(ClaimView known) {
        return isAbout(known)
                && known.purchasedAt().equals(purchasedAt)
                && known.amount().equals(amount)
                && Objects.equals(known.note(), note);
    }

    boolean isAbout(ClaimView known) {
        return known.merchant().equals(merchant) && known.externalNumber().equals(externalNumber);
    }
}
