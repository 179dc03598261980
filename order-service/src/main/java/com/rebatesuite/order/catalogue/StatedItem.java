package com.rebatesuite.order.catalogue;

import com.rebatesuite.order.Money;
import org.jspecify.annotations.Nullable;

/** An item as an operator states it in a bulk import, about which nothing is sure yet. */
public record StatedItem(
        @Nullable String sku,
        @Nullable String title,
        @Nullable String category,
        @Nullable String merchant,
        @Nullable Price price) {

    private static final int SKU = 64;
    private static final int TEXT = 500;

    /** A price as stated. */
    public record Price(@Nullable String currency, @Nullable Long minor) {}

    /**
     * The item, as a new one.
     *
     * @throws IllegalArgumentException if it says something impossible
     */
    Item checked() {
        return new Item(
                text("sku", sku, SKU),
                text("title", title, TEXT),
                text("category", category, TEXT),
                text("merchant", merchant, TEXT),
                money(),
                1);
    }

    private Money money() {
        if (price == null || price.currency() == null || price.minor() == null) {
            throw new IllegalArgumentException("price: " + price + " (expected: currency and minor)");
        }
        return new Money(price.currency(), price.minor());
    }

    private static String text(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(field + ": " + (text == null ? "none" : text.length())
                    + " characters (expected: 1.." + longest + ", not blank)");
        }
        return text;
    }
}
