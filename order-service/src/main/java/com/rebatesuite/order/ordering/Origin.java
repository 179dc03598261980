package com.rebatesuite.order.ordering;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Who sold: our shop, or a partner under its own number, having brought the order as far as {@code stated} itself. Only a
 * partner may want anything else of the stock than that it is held.
 */
public record Origin(
        @Nullable String partner,
        @Nullable String externalNumber,
        @Nullable OrderState stated,
        StockPolicy stockPolicy) {

    /** Our own shop. */
    public static final Origin SHOP = new Origin(null, null, null, StockPolicy.HOLD);

    public Origin {
        if ((partner == null) != (externalNumber == null) || (partner == null) != (stated == null)) {
            throw new IllegalArgumentException("origin: " + partner + ", " + externalNumber + ", " + stated
                    + " (expected: all of a partner or nothing)");
        }
        if (partner == null && stockPolicy != StockPolicy.HOLD) {
            throw new IllegalArgumentException("stockPolicy: " + stockPolicy + " (expected: HOLD in our shop)");
        }
    }

    /** A partner's order, which at the partner has already come to the stated state. */
    public static Origin partner(String partner, String externalNumber, OrderState stated, StockPolicy stockPolicy) {
        return new Origin(partner, externalNumber, stated, stockPolicy);
    }

    /** Whether our own shop sold. */
    public boolean shop() {
        return partner == null;
    }

    /** Whether the goods have to be sent once they are paid: a partner may have sent them already. */
    boolean stillToShip() {
        return stated == null || stated == OrderState.PAID;
    }

    /** The channel as the contracts call it. */
    public String channel() {
        return shop() ? "shop" : "partner";
    }

    /** How a payment is called that the partner took: it has no reference of our provider. */
    public String paymentReference() {
        return "partner/" + requireNonNull(partner) + "/" + requireNonNull(externalNumber);
    }
}
