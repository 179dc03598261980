package com.rebatesuite.rebate.settlement;

import com.rebatesuite.rebate.Contracts;
import com.rebatesuite.rebate.command.kafka.SentCommand;
import com.rebatesuite.rebate.settlement.RebateAmended.AmendedLine;
import com.rebatesuite.rebate.view.MoneyView;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeContractTest {

    private static final String ORDER = "019b76da-a800-7000-8000-000000000001";

    @Test
    void sendsTheAmendmentOfTheContract() {
        Contracts.assertSent(
                "rebate-amended",
                SentCommand.of(new RebateAmended(
                        "019b76da-a800-8000-8000-0000000000e1",
                        ORDER,
                        "shopper-1",
                        List.of(new AmendedLine(1, new MoneyView("GBP", 800))),
                        "price corrected by the partner",
                        "olga")));
    }

    @Test
    void sendsTheRejectionOfTheContract() {
        Contracts.assertSent("rebate-rejected", SentCommand.of(rejected(List.of(1))));
        Contracts.assertValid("rebate-rejected", SentCommand.of(rejected(null)));
    }

    private static RebateRejected rejected(@org.jspecify.annotations.Nullable List<Integer> lines) {
        return new RebateRejected(
                "019b76da-a800-8000-8000-0000000000b1",
                ORDER,
                "shopper-1",
                lines,
                "bought with a foreign voucher",
                "olga");
    }
}
