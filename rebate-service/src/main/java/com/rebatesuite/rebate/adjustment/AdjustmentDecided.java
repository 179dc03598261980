package com.rebatesuite.rebate.adjustment;

import com.rebatesuite.rebate.command.LedgerCommand;
import org.jspecify.annotations.Nullable;

/** A second operator has looked at a proposal. */
record AdjustmentDecided(
        String adjustmentId,
        String userId,
        boolean approved,
        String by,
        @Nullable String note) implements LedgerCommand {

    @Override
    public String type() {
        return "adjustment-decided.v1";
    }

    @Override
    public String subject() {
        return adjustmentId;
    }
}
