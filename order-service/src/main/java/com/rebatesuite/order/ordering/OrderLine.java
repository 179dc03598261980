package com.rebatesuite.order.ordering;

import com.rebatesuite.order.Money;
import org.jspecify.annotations.Nullable;

/**
 * One position of an order: what was sold, for how much in all, and how many units have come (or are coming) back.
 *
 * @param amount the price of all its units, before any voucher
 * @param voucherMinor its share of the order's voucher
 * @param quote what the shopper was promised for it, as he brought it: none of our business
 */
public record OrderLine(
        int line,
        String sku,
        String title,
        String category,
        String merchant,
        int quantity,
        Money amount,
        long voucherMinor,
        @Nullable String quote,
        int returned,
        long refundedMinor) {

    public OrderLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity: " + quantity + " (expected: >= 1)");
        }
        if (returned < 0 || returned > quantity) {
            throw new IllegalArgumentException("returned: " + returned + " (expected: 0.." + quantity + ")");
        }
        if (voucherMinor < 0 || voucherMinor > amount.minor()) {
            throw new IllegalArgumentException("voucher: " + voucherMinor + " (expected: 0.." + amount.minor() + ")");
        }
    }

    /** A line of which nothing has come back. */
    public static OrderLine sold(
            int line, String sku, String title, String category, String merchant, int quantity, Money amount) {
        return new OrderLine(line, sku, title, category, merchant, quantity, amount, 0, null, 0, 0);
    }

    /** What is paid for it: its amount less its share of the order's voucher. */
    public Money paid() {
        return new Money(amount.currency(), amount.minor() - voucherMinor);
    }

    /** The line with a share of the order's voucher. */
    OrderLine loweredBy(long share) {
        return new OrderLine(
                line, sku, title, category, merchant, quantity, amount, share, quote, returned, refundedMinor);
    }

    /** The line with the quote the shopper brought along. */
    OrderLine quoted(@Nullable String brought) {
        return new OrderLine(
                line, sku, title, category, merchant, quantity, amount, voucherMinor, brought, returned, refundedMinor);
    }

    /** Units that may still be sent back. */
    public int returnable() {
        return quantity - returned;
    }

    /**
     * What so many further units give back. The refunds of a line add up to round(paid × units / quantity), so the
     * last unit brings the rest and a full return gives back what was paid for the line, to the cent.
     */
    public Money refundFor(int units) {
        var target = paid().share((long) returned + units, quantity);
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
        return new OrderLine(
                line,
                sku,
                title,
                category,
                merchant,
                quantity,
                amount,
                voucherMinor,
                quote,
                unitsReturned,
                minorRefunded);
    }
}
