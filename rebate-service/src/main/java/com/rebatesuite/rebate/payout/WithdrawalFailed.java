package com.rebatesuite.rebate.payout;

import com.rebatesuite.rebate.command.LedgerCommand;

/** The bank said no: what was held is available again. */
record WithdrawalFailed(String withdrawalId, String userId, String reason) implements LedgerCommand {

    @Override
    public String type() {
        return "withdrawal-failed.v1";
    }

    @Override
    public String subject() {
        return withdrawalId;
    }
}
