package com.rebatesuite.order.ordering;

import java.util.UUID;

/** There is no such order, or it is none of the caller's business. */
public class UnknownOrder extends RuntimeException {

    public UnknownOrder(UUID id) {
        super("there is no order " + id);
    }
}
