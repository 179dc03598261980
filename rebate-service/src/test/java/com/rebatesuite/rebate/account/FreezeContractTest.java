package com.rebatesuite.rebate.account;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.command.kafka.SentCommand;
import org.junit.jupiter.api.Test;

class FreezeContractTest {

    @Test
    void sendsTheFreezeOfTheContractAndItsEnd() {
        Contracts.assertSent(
                "account-frozen",
                SentCommand.of(new AccountFrozen("shopper-1", "three payout methods in one day", "olga")));
        Contracts.assertSent(
                "account-unfrozen",
                SentCommand.of(new AccountUnfrozen("shopper-1", "identity was confirmed by phone", "oscar")));
    }
}
