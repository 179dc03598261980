package com.rebatesuite.rebate.ledger;

/** Something the ledger remembers about one shopper. */
public sealed interface State
        permits Account,
                Adjustment,
                Claim,
                Freeze,
                IssuedCoupon,
                KnownShopper,
                Lots,
                OrderRebate,
                OrderReference,
                PayoutMethod,
                Withdrawal {

    /** What it is found by among all that is remembered about the shopper. */
    String key();

    /** How many small things it is made of, such as lines: its share of memory. At least 1. */
    default int size() {
        return 1;
    }
}
