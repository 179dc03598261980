package com.rebatesuite.rebate.ledger;

import java.util.Locale;

/** Who sold: our shop, whose rebates are available at completion, or a partner, who has to settle first. */
public enum Channel {
    SHOP,
    PARTNER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
