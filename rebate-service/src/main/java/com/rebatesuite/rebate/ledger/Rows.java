package com.rebatesuite.rebate.ledger;

import org.jspecify.annotations.Nullable;

/** What the ledger remembers about one shopper, by {@link State#key()}. */
@FunctionalInterface
public interface Rows {

    @Nullable State at(String key);
}
