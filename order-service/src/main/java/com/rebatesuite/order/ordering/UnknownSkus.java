package com.rebatesuite.order.ordering;

import java.util.List;

/** Skus that the catalogue does not have. */
public class UnknownSkus extends RuntimeException {

    UnknownSkus(List<String> skus) {
        super("the catalogue has no " + String.join(", ", skus));
    }
}
