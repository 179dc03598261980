package com.rebatesuite.rebate.withdrawal;

import static com.rebatesuite.rebate.command.kafka.SentCommand.NOW;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.command.kafka.SentCommand;
import com.rebatesuite.rebate.view.MoneyView;
import org.junit.jupiter.api.Test;

class WithdrawalContractTest {

    @Test
    void sendsTheMethodOfTheContract() {
        var method = new PayoutMethod("iban", "GB29NWBK60161331926819", "Ada Shopper");

        Contracts.assertSent("payout-method-set", SentCommand.of(PayoutMethodSet.of("shopper-1", method, NOW)));
    }

    @Test
    void sendsTheRequestOfTheContract() {
        Contracts.assertSent(
                "withdrawal-requested",
                SentCommand.of(new WithdrawalRequested(
                        "019b76da-a800-8000-8000-0000000000a1",
                        "shopper-1",
                        new MoneyView("GBP", 1000),
                        "GBP/1000",
                        NOW)));
    }
}
