package com.rebatesuite.rebate.claim;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.command.kafka.SentCommand;
import com.rebatesuite.rebate.view.MoneyView;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClaimContractTest {

    private static final String ID = "019b76da-a800-8000-8000-0000000000c1";

    @Test
    void sendsTheClaimOfTheContract() {
        Contracts.assertSent(
                "claim-filed",
                SentCommand.of(new ClaimFiled(
                        ID,
                        "shopper-1",
                        "bookshop",
                        "B-1001",
                        Instant.parse("2026-01-02T09:00:00Z"),
                        new MoneyView("GBP", 4200),
                        "bought through the app on my phone")));
    }

    @Test
    void sendsTheDecisionOfTheContract() {
        Contracts.assertSent(
                "claim-decided",
                SentCommand.of(new ClaimDecided(
                        ID, "shopper-1", new MoneyView("GBP", 126), "the receipt shows the purchase", "olga")));
        Contracts.assertValid(
                "claim-decided",
                SentCommand.of(new ClaimDecided(ID, "shopper-1", null, "the receipt is of somebody else", "olga")));
    }
}
