package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.ledger.Input.OrderCancelled;
import com.rebatesuite.rebate.ledger.Input.OrderCompleted;
import com.rebatesuite.rebate.ledger.Input.OrderPaid;
import com.rebatesuite.rebate.ledger.Input.RebateSettled;
import com.rebatesuite.rebate.ledger.Input.ReturnReceived;
import com.rebatesuite.rebate.rule.Rulebook;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides what an input does to an account and an order. Changes nothing itself; the same input twice has one effect. */
public final class Ledger {

    private Ledger() {}

    /** The decision about one input, given the account and, if it is known, the order it concerns. */
    public static Decision decide(
            Account account, @Nullable OrderRebate order, Input input, Rulebook rules, Instant recordedAt) {
        if (order != null && order.knows(input.cause())) {
            return new Decision.Ignored("repeated-event");
        }
        return switch (input) {
            case OrderPaid paid -> Earning.decide(account, order, paid, rules, recordedAt);
            case OrderCompleted completed -> Releasing.complete(account, order, completed, recordedAt);
            case RebateSettled settled -> Releasing.settle(account, order, settled, recordedAt);
            case ReturnReceived returned -> Reversing.receive(account, order, returned, recordedAt);
            case OrderCancelled cancelled -> Reversing.cancel(account, order, cancelled, recordedAt);
        };
    }
}
