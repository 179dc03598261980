package com.rebatesuite.rebate.merchant;

import java.util.Locale;

/** How a rebate is taken back that is no longer there in full. */
public enum Clawback {
    /** The shopper's available money goes below zero. */
    NEGATIVE,
    /** The shopper owes the rest, and it is set off against what comes next. */
    OFFSET;

    /** The policy of that name. */
    public static Clawback named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The name in events and in answers. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
