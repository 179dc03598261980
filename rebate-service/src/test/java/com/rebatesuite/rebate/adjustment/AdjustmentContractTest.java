package com.rebatesuite.rebate.adjustment;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.command.kafka.SentCommand;
import com.rebatesuite.rebate.view.MoneyView;
import org.junit.jupiter.api.Test;

class AdjustmentContractTest {

    private static final String ID = "019b76da-a800-8000-8000-0000000000a1";

    @Test
    void sendsTheProposalOfTheContract() {
        var proposed = new AdjustmentProposed(
                ID, "shopper-1", new MoneyView("GBP", 250), "goodwill for a parcel that came late", "olga");

        Contracts.assertSent("adjustment-proposed", SentCommand.of(proposed));
    }

    @Test
    void sendsTheDecisionOfTheContract() {
        var decided = new AdjustmentDecided(ID, "shopper-1", true, "oscar", "checked with the carrier");

        Contracts.assertSent("adjustment-decided", SentCommand.of(decided));
        Contracts.assertValid(
                "adjustment-decided", SentCommand.of(new AdjustmentDecided(ID, "shopper-1", false, "oscar", null)));
    }
}
