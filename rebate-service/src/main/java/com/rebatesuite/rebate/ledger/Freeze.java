package com.rebatesuite.rebate.ledger;

import java.time.Instant;

/** Whether withdrawals are stopped, why and by whom. */
public record Freeze(boolean frozen, String reason, String by, Instant at) implements State {

    static final String KEY = "freeze";

    @Override
    public String key() {
        return KEY;
    }
}
