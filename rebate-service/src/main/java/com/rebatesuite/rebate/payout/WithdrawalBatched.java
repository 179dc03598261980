package com.rebatesuite.rebate.payout;

import com.rebatesuite.rebate.command.LedgerCommand;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.WithdrawalView;

/** Finance pays the withdrawal with this batch, if it is in none yet. */
record WithdrawalBatched(String withdrawalId, String userId, String batchId) implements LedgerCommand {

    static WithdrawalBatched of(Owned<WithdrawalView> withdrawal, String batchId) {
        return new WithdrawalBatched(withdrawal.value().withdrawalId(), withdrawal.userId(), batchId);
    }

    @Override
    public String type() {
        return "withdrawal-batched.v1";
    }

    @Override
    public String subject() {
        return withdrawalId;
    }
}
