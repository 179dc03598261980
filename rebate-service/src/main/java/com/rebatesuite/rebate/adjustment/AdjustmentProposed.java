package com.rebatesuite.rebate.adjustment;

import com.rebatesuite.rebate.command.LedgerCommand;
import com.rebatesuite.rebate.keyed.IdempotencyKey;
import com.rebatesuite.rebate.view.AdjustmentView;
import com.rebatesuite.rebate.view.MoneyView;

/**
 * An operator would add to what a shopper has available, or take from it.
 *
 * @param amount below zero takes; never zero, at most {@value #MOST} minor units either way
 */
public record AdjustmentProposed(String adjustmentId, String userId, MoneyView amount, String reason, String by)
        implements LedgerCommand {

    static final long MOST = 1_000_000_000;

    public AdjustmentProposed {
        if (amount.minor() == 0 || amount.minor() < -MOST || amount.minor() > MOST) {
            throw new IllegalArgumentException(
                    "amount: " + amount.minor() + " (expected: -" + MOST + ".." + MOST + ", not 0)");
        }
    }

    /** The same proposal for the same operator, shopper and key. */
    public static AdjustmentProposed of(IdempotencyKey key, String userId, MoneyView amount, String reason, String by) {
        return new AdjustmentProposed(key.idOf("adjustment", by, userId), userId, amount, reason.strip(), by);
    }

    @Override
    public String type() {
        return "adjustment-proposed.v1";
    }

    @Override
    public String subject() {
        return adjustmentId;
    }

    boolean says(AdjustmentView known) {
        return known.amount().equals(amount) && known.reason().equals(reason);
    }
}
