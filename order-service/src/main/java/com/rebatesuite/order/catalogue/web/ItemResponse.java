package com.rebatesuite.order.catalogue.web;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.catalogue.Item;

/** An item as it is for sale. */
record ItemResponse(String sku, String title, String category, String merchant, Money price, long version) {

    static ItemResponse of(Item item) {
        return new ItemResponse(
                item.sku(), item.title(), item.category(), item.merchant(), item.price(), item.version());
    }
}
