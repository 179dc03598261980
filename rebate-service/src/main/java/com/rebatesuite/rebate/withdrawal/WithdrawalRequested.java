package com.rebatesuite.rebate.withdrawal;

import com.rebatesuite.rebate.command.LedgerCommand;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.view.MoneyView;
import com.rebatesuite.rebate.view.WithdrawalView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A shopper wants an amount of what is available.
 *
 * @param fingerprint what the request says: another one under the same id is another request
 */
public record WithdrawalRequested(
        String withdrawalId, String userId, MoneyView amount, String fingerprint, Instant requestedAt)
        implements LedgerCommand {

    public WithdrawalRequested {
        if (amount.minor() < 1) {
            throw new IllegalArgumentException("amount: " + amount.minor() + " (expected: >= 1)");
        }
        // As exact as the views keep it, so that a request recognises itself there.
        requestedAt = requestedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The request of a shopper under a key: the same key is the same withdrawal. */
    public static WithdrawalRequested of(IdempotencyKey key, String userId, MoneyView amount, Instant requestedAt) {
        return new WithdrawalRequested(
                key.idOf("withdrawal", userId, ""),
                userId,
                amount,
                amount.currency() + "/" + amount.minor(),
                requestedAt);
    }

    @Override
    public String type() {
        return "withdrawal-requested.v1";
    }

    @Override
    public String subject() {
        return withdrawalId;
    }

    boolean says(WithdrawalView known) {
        return known.fingerprint().equals(fingerprint);
    }
}
