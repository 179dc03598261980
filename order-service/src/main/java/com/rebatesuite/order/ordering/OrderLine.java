package com.rebatesuite.order.ordering;

import com.rebatesuite.order.Money;

/** One position of an order: what was sold, for how much in all, and how many units have come (or are coming) back. */
public record OrderLine(
        int line,
        String sku,
        String title,
        String category,
        String merchant,
        int quantity,
        Money amount,
        int returned,
        long refundedMinor) {

    public OrderLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity: " + quantity + " (expected: >= 1)");
        }
        if (returned < 0 || returned > quantity) {
            throw new IllegalArgumentException("returned: " + returned + " (expected: 0.." + quantity + ")");
        }
    }

    /** A line of which nothing has come back. */
    public static OrderLine sold(
            int line, String sku, String title, String category, String merchant, int quantity, Money amount) {
        return new OrderLine(line, sku, title, category, merchant, quantity, amount, 0, 0);
    }

    /** Units that may still be sent back. */
    public int returnable() {
        return quantity - returned;
    }

    /**
     * What so many further units give back. The refunds of a line add up to round(amount × units / quantity), so the
     * last unit brings the rest and a full return gives back the line to the cent.
     */
    public Money refundFor(int units) {
        var target = amount.share((long) returned + units, quantity);
        return new Money(amount.currency(), Math.max(0, target - refundedMinor));
    }

    /** The line after so many more units are on their way back for that refund. */
    public OrderLine sendBack(int units, Money refund) {
        return with(returned + units, Math.addExact(refundedMinor, refund.minor()));
    }

    /** The line after so many units turned out not to come back. */
    public OrderLine keep(int units, Money refund) {
        return with(returned - units, Math.subtractExact(refundedMinor, refund.minor()));
    }

    private OrderLine with(int unitsReturned, long minorRefunded) {
        return new OrderLine(line, sku, title, category, merchant, quantity, amount, unitsReturned, minorRefunded);
    }
}
