package com.rebatesuite.rebate.payout;

import com.rebatesuite.rebate.command.LedgerCommand;

/** The money has arrived. */
record WithdrawalSettled(String withdrawalId, String userId, String reference) implements LedgerCommand {

    @Override
    public String type() {
        return "withdrawal-settled.v1";
    }

    @Override
    public String subject() {
        return withdrawalId;
    }
}
