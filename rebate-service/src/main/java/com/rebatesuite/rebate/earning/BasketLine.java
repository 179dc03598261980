package com.rebatesuite.rebate.earning;

import org.jspecify.annotations.Nullable;

/**
 * One line of an order.
 *
 * @param base minor units paid for all its units, without vouchers and shipping
 * @param promise what a valid quote said the line would earn at least
 * @param refusedQuote why a quote that it came with promises nothing, in words a shopper understands
 */
public record BasketLine(
        int line,
        String sku,
        String category,
        String merchant,
        int quantity,
        long base,
        @Nullable Promise promise,
        @Nullable String refusedQuote) {

    public BasketLine {
        if (line < 1) {
            throw new IllegalArgumentException("line: " + line + " (expected: >= 1)");
        }
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity: " + quantity + " (expected: >= 1)");
        }
        if (base < 0) {
            throw new IllegalArgumentException("base: " + base + " (expected: >= 0)");
        }
    }

    /** Without a quote that was refused. */
    public BasketLine(
            int line,
            String sku,
            String category,
            String merchant,
            int quantity,
            long base,
            @Nullable Promise promise) {
        this(line, sku, category, merchant, quantity, base, promise, null);
    }
}
