package com.rebatesuite.order.catalogue;

import com.rebatesuite.order.Money;

/** Something for sale; {@code version} counts its changes, from 1. */
public record Item(String sku, String title, String category, String merchant, Money price, long version) {

    public Item {
        if (price.minor() < 0) {
            throw new IllegalArgumentException("price: " + price.minor() + " (expected: >= 0)");
        }
    }
}
