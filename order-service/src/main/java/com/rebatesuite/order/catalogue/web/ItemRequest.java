package com.rebatesuite.order.catalogue.web;

import com.rebatesuite.order.Money;
import com.rebatesuite.order.catalogue.Item;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What operators say about an item; the merchant is {@code own} or a partner. */
record ItemRequest(
        @NotBlank @Size(max = 500) String title,
        @NotBlank @Size(max = 200) String category,
        @NotBlank @Size(max = 200) String merchant,
        @NotNull Money price) {

    Item item(String sku, long version) {
        return new Item(sku, title, category, merchant, price, version);
    }
}
