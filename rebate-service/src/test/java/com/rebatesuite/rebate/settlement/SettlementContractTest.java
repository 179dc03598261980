package com.rebatesuite.rebate.settlement;

import static com.rebatesuite.rebate.command.kafka.SentCommand.NOW;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.command.kafka.SentCommand;
import org.junit.jupiter.api.Test;

class SettlementContractTest {

    @Test
    void sendsTheSettlementOfTheContract() {
        Contracts.assertSent(
                "rebate-settled",
                SentCommand.of(new RebateSettled("019b76da-a800-7000-8000-000000000001", "shopper-1", NOW)));
    }
}
