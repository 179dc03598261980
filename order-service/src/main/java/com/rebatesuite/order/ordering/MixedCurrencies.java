package com.rebatesuite.order.ordering;

import java.util.Set;

/** The items of one order are priced in several currencies. */
public class MixedCurrencies extends RuntimeException {

    MixedCurrencies(Set<String> currencies) {
        super("the items are priced in " + String.join(", ", currencies) + " (expected: one currency)");
    }
}
