package com.rebatesuite.rebate.quote;

/** What the catalogue says of a product, as far as rules ask; the price is for one unit, in minor units. */
public record CatalogueItem(String sku, String category, String merchant, String currency, long price) {

    public CatalogueItem {
        if (price < 0) {
            throw new IllegalArgumentException("price: " + price + " (expected: >= 0)");
        }
    }
}
