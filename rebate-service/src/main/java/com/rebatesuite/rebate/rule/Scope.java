package com.rebatesuite.rebate.rule;

import org.jspecify.annotations.Nullable;

/** Which lines a rule speaks of; what is absent may be anything. */
public record Scope(
        @Nullable String sku,
        @Nullable String merchant,
        @Nullable String category) {

    /** Every line there is. */
    public static final Scope EVERYTHING = new Scope(null, null, null);

    private static final int SKU = 4;
    private static final int MERCHANT = 2;
    private static final int CATEGORY = 1;

    /** Whether a line is one of them. */
    public boolean covers(String skuOfLine, String merchantOfLine, String categoryOfLine) {
        return (sku == null || sku.equals(skuOfLine))
                && (merchant == null || merchant.equals(merchantOfLine))
                && (category == null || category.equals(categoryOfLine));
    }

    /** The higher, the more specific: sku before merchant and category, before merchant, before category, before everything. */
    public int specificity() {
        return (sku == null ? 0 : SKU) + (merchant == null ? 0 : MERCHANT) + (category == null ? 0 : CATEGORY);
    }
}
