package com.rebatesuite.order.ordering;

import org.jspecify.annotations.Nullable;

/** So many units of a sku that somebody wants to buy, with the quote of their rebate if he has one. */
public record Wanted(String sku, int quantity, @Nullable String quote) {

    /** Without a quote. */
    public Wanted(String sku, int quantity) {
        this(sku, quantity, null);
    }

    long quoteLength() {
        return quote == null ? 0 : quote.length();
    }
}
