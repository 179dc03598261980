package com.rebatesuite.rebate.claim;

import com.rebatesuite.rebate.command.LedgerCommand;
import com.rebatesuite.rebate.view.MoneyView;
import org.jspecify.annotations.Nullable;

/** An operator has looked at a claim; without {@code granted} it is refused. */
record ClaimDecided(String claimId, String userId, @Nullable MoneyView granted, String reason, String by)
        implements LedgerCommand {

    @Override
    public String type() {
        return "claim-decided.v1";
    }

    @Override
    public String subject() {
        return claimId;
    }
}
