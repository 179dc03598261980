package com.rebatesuite.rebate.payout;

import com.rebatesuite.rebate.view.WithdrawalView;

/** What an outcome means for a withdrawal in the state it is in. */
public enum Verdict {
    /** The ledger must hear of it. */
    NEWS,
    /** It is so already. */
    REPEAT,
    /** It has ended otherwise: somebody has to look. */
    CONTRADICTION;

    static Verdict of(Outcome outcome, WithdrawalView withdrawal) {
        if (withdrawal.state().equals("held")) {
            return NEWS;
        }
        return withdrawal.state().equals(outcome.state()) ? REPEAT : CONTRADICTION;
    }
}
