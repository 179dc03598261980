package com.rebatesuite.rebate.quote;

import java.time.Instant;

/**
 * The line that a quote is brought back for.
 *
 * @param orderedAt when the order reached us (not when it was paid): a shopper pays minutes after he has ordered
 */
public record Sale(String userId, String sku, int quantity, String currency, Instant orderedAt) {

    public Sale {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity: " + quantity + " (expected: >= 1)");
        }
    }
}
