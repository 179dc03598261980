package com.rebatesuite.inventory.reconciliation;

/** The owner of the orders does not answer: nothing can be said about holds. */
public final class OrdersUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public OrdersUnavailable(String why, Throwable cause) {
        super("order-service does not answer: " + why, cause);
    }
}
