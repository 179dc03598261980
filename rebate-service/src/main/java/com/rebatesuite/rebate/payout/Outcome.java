package com.rebatesuite.rebate.payout;

import com.rebatesuite.rebate.command.LedgerCommand;
import com.rebatesuite.rebate.view.Owned;
import com.rebatesuite.rebate.view.WithdrawalView;

/** What the bank or payment provider made of a payout, in 1..200 of its own characters. */
public sealed interface Outcome {

    int LONGEST = 200;

    /** The state that a withdrawal is in after it. */
    String state();

    /** How the ledger is told. */
    LedgerCommand command(Owned<WithdrawalView> withdrawal);

    /** The money has arrived. */
    record Paid(String reference) implements Outcome {

        public Paid {
            check("reference", reference);
        }

        @Override
        public String state() {
            return "paid";
        }

        @Override
        public LedgerCommand command(Owned<WithdrawalView> withdrawal) {
            return new WithdrawalSettled(withdrawal.value().withdrawalId(), withdrawal.userId(), reference);
        }
    }

    /** It will not arrive. */
    record Failed(String reason) implements Outcome {

        public Failed {
            check("reason", reason);
        }

        @Override
        public String state() {
            return "returned";
        }

        @Override
        public LedgerCommand command(Owned<WithdrawalView> withdrawal) {
            return new WithdrawalFailed(withdrawal.value().withdrawalId(), withdrawal.userId(), reason);
        }
    }

    private static void check(String what, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    what + ": " + text.length() + " characters (expected: 1.." + LONGEST + ", not blank)");
        }
    }
}
