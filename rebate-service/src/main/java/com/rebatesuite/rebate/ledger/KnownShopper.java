package com.rebatesuite.rebate.ledger;

import com.rebatesuite.rebate.earning.Shopper;

/** What the rules have to know about the shopper. */
public record KnownShopper(Shopper shopper) implements State {

    static final String KEY = "shopper";

    @Override
    public String key() {
        return KEY;
    }
}
