package com.rebatesuite.rebate.quote.http;

import static java.util.Objects.requireNonNull;

import com.rebatesuite.rebate.quote.CatalogueItem;
import java.util.List;

/** What order-service answers about items, as far as we read it. */
record ItemsAnswer(List<ItemAnswer> items) {

    ItemsAnswer {
        items = List.copyOf(requireNonNull(items, "items"));
    }

    record ItemAnswer(String sku, String category, String merchant, PriceAnswer price) {

        ItemAnswer {
            requireNonNull(sku, "sku");
            requireNonNull(category, "category");
            requireNonNull(merchant, "merchant");
            requireNonNull(price, "price");
        }

        CatalogueItem item() {
            return new CatalogueItem(sku, category, merchant, price.currency(), price.minor());
        }
    }

    record PriceAnswer(String currency, long minor) {

        PriceAnswer {
            requireNonNull(currency, "currency");
        }
    }
}
