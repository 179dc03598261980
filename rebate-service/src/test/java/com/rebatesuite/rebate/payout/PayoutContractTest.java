package com.rebatesuite.rebate.payout;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.command.kafka.SentCommand;
import org.junit.jupiter.api.Test;

class PayoutContractTest {

    private static final String WITHDRAWAL = "019b76da-a800-8000-8000-0000000000a1";

    @Test
    void sendsTheBatchOfTheContract() {
        Contracts.assertSent(
                "withdrawal-batched",
                SentCommand.of(new WithdrawalBatched(WITHDRAWAL, "shopper-1", "019b76da-a800-8000-8000-0000000000b1")));
    }

    @Test
    void sendsTheSettlementOfTheContract() {
        Contracts.assertSent(
                "withdrawal-settled", SentCommand.of(new WithdrawalSettled(WITHDRAWAL, "shopper-1", "bank-4711")));
    }

    @Test
    void sendsTheFailureOfTheContract() {
        Contracts.assertSent(
                "withdrawal-failed", SentCommand.of(new WithdrawalFailed(WITHDRAWAL, "shopper-1", "account closed")));
    }
}
